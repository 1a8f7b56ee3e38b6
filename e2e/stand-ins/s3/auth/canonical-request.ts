import { createHash } from 'node:crypto';
import { uriEncode } from '../http/percent-encoding.ts';
import type { Query } from '../http/query.ts';
import type { S3Request } from '../http/s3-request.ts';

/**
 * The text whose hash is signed. (S3 API reference, "Create a canonical request"; for S3 the path is encoded once and
 * not normalised, unlike other services.)
 * @param payloadHash the value of `x-amz-content-sha256`, or `UNSIGNED-PAYLOAD` for a presigned URL.
 */
export function canonicalRequest(
  request: S3Request,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  return [
    request.method,
    request.canonicalPath,
    canonicalQuery(request.query),
    ...signedHeaders.map((name) => `${name}:${canonicalHeader(request.header(name))}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

export function stringToSign(amzDate: string, credentialScope: string, canonical: string): string {
  const hash = createHash('sha256').update(canonical).digest('hex');
  return ['AWS4-HMAC-SHA256', amzDate, credentialScope, hash].join('\n');
}

/** Encoded first, then sorted by name and by value; the signature itself is left out. */
function canonicalQuery(query: Query): string {
  return query.entries
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => byText(nameA, nameB) || byText(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Both sides are ASCII here, so comparing UTF-16 units compares bytes. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Trimmed, runs of blanks made one. Header bytes arrive as Latin-1; clients sign their UTF-8 text. */
function canonicalHeader(value: string | undefined): string {
  const text = (value ?? '').trim().replace(/[ \t]+/g, ' ');
  return Buffer.from(text, 'latin1').toString('utf8');
}
