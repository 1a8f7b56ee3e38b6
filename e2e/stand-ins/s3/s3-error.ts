/** Extra elements of an error document, in the order they are written. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/**
 * An error answer of S3: the status and what goes into the `<Error>` document.
 * (S3 API reference, "Error responses"; codes and texts as the service words them.)
 */
export class S3Error extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: ErrorDetails;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: string,
    status: number,
    message: string,
    details: ErrorDetails = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.details = details;
    this.headers = headers;
  }
}
