import { createHash } from 'node:crypto';
import { hmacHex, type SigningScope } from '../auth/signing-key.ts';
import { S3Error } from '../s3-error.ts';
import type { AwsChunkedBody } from './aws-chunked.ts';

const EMPTY_HASH = sha256Hex('');

/**
 * Checks the chain of signatures in a `STREAMING-AWS4-HMAC-SHA256-PAYLOAD` body: each signs its chunk and the
 * signature before it, the first one that of the request's headers; so does the trailer's, if there is one.
 * (S3 API reference, "Signature calculations: transferring a payload in multiple chunks".)
 * @throws S3Error SignatureDoesNotMatch
 */
export function checkChunkSignatures(
  body: AwsChunkedBody,
  scope: SigningScope,
  seedSignature: string,
  hasTrailer: boolean,
): void {
  let previous = seedSignature;
  for (const chunk of body.chunks) {
    const expected = sign(scope, 'AWS4-HMAC-SHA256-PAYLOAD', previous, EMPTY_HASH, sha256Hex(chunk.data));
    if (chunk.signature !== expected) throw chunkSignatureMismatch();
    previous = expected;
  }
  if (!hasTrailer) return;
  const lines = [...body.trailers].filter(([name]) => name !== 'x-amz-trailer-signature');
  const signed = lines.map(([name, value]) => `${name}:${value}\n`).join('');
  const expected = sign(scope, 'AWS4-HMAC-SHA256-TRAILER', previous, sha256Hex(signed));
  if (body.trailers.get('x-amz-trailer-signature') !== expected) throw chunkSignatureMismatch();
}

function sign(scope: SigningScope, algorithm: string, previous: string, ...hashes: string[]): string {
  return hmacHex(
    scope.signingKey,
    [algorithm, scope.amzDate, scope.credentialScope, previous, ...hashes].join('\n'),
  );
}

function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function chunkSignatureMismatch(): S3Error {
  return new S3Error(
    'SignatureDoesNotMatch',
    403,
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );
}
