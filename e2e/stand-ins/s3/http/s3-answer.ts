import type { S3Error } from '../s3-error.ts';
import { type Content, storedContent } from '../store/content.ts';
import type { RequestIds } from './s3-request.ts';
import { errorDocument, leaf } from './xml-writer.ts';

/** A stretch of an object's bytes; `end` is exclusive. */
export interface ContentRange {
  readonly content: Content;
  readonly start: number;
  readonly end: number;
}

/** What an operation answers. The two request ids, the date and the length are added when it is sent. */
export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is an XML document, a list of strings one in pieces. */
  readonly body?: string | readonly string[] | ContentRange;
}

/** An answer that is an XML document. */
export function xmlAnswer(
  document: string | readonly string[],
  headers: Record<string, string> = {},
): S3Answer {
  return { status: 200, headers: { 'content-type': 'application/xml', ...headers }, body: document };
}

/** The bytes of a body, where there is one. */
export function bodyContent(body: S3Answer['body']): ContentRange | undefined {
  if (body === undefined || isContentRange(body)) return body;
  const bytes =
    typeof body === 'string' ? Buffer.from(body) : Buffer.concat(body.map((piece) => Buffer.from(piece)));
  return { content: storedContent(bytes), start: 0, end: bytes.length };
}

export function isContentRange(body: S3Answer['body']): body is ContentRange {
  return typeof body === 'object' && 'content' in body;
}

/** The `<Error>` document of an error; S3 sends none with 304 (nor to HEAD, which the sender sees to). */
export function errorAnswer(error: S3Error, ids: RequestIds): S3Answer {
  if (error.status === 304) return { status: 304, headers: error.headers };
  return {
    status: error.status,
    headers: { 'content-type': 'application/xml', ...error.headers },
    body: errorDocument(
      leaf('Code', error.code),
      leaf('Message', error.message),
      ...Object.entries(error.details).map(([name, value]) => leaf(name, value)),
      leaf('RequestId', ids.requestId),
      leaf('HostId', ids.hostId),
    ),
  };
}
