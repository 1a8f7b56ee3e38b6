import { S3ServiceException } from '@aws-sdk/client-s3';

/** What a refused request came to: the error's name is S3's code. */
export interface FailedRequest {
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Further elements of the error document (`Region`, `BucketName`, …). */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Waits for a request that must fail. @throws Error when it succeeds, and what isn't an answer of the service. */
export async function failureOf(sent: Promise<unknown>): Promise<FailedRequest> {
  try {
    await sent;
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    return {
      code: error.name,
      message: error.message,
      status: error.$metadata.httpStatusCode,
      headers: error.$response?.headers ?? {},
      details: error as unknown as Record<string, unknown>,
    };
  }
  throw new Error('the request succeeded');
}
