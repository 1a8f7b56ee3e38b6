import { createHash } from 'node:crypto';
import { invalidRequest, notImplemented } from '../errors.ts';
import type { S3Request } from '../http/s3-request.ts';
import { S3Error } from '../s3-error.ts';
import {
  CHECKSUM_ALGORITHMS,
  checksumHeader,
  computeChecksum,
  isChecksumAlgorithm,
  type ChecksumAlgorithm,
} from './checksum.ts';
import type { Payload } from './read-payload.ts';

/** Headers that begin like a checksum's but aren't one. */
const NOT_A_VALUE = new Set(['x-amz-checksum-algorithm', 'x-amz-checksum-type', 'x-amz-checksum-mode']);

/**
 * Checks a body against Content-MD5 and the `x-amz-checksum-…` header or trailer, if there are any.
 * @returns the checksum that was sent and found right.
 * @throws S3Error BadDigest, InvalidDigest, InvalidRequest, NotImplemented (an algorithm the stand-in hasn't)
 */
export function verifyDigests(
  request: S3Request,
  payload: Payload,
): { algorithm: ChecksumAlgorithm; value: string } | undefined {
  checkContentMd5(request.header('content-md5'), payload.bytes);
  const names = [...request.headerNames, ...payload.trailers.keys()].filter(
    (name) => name.startsWith('x-amz-checksum-') && !NOT_A_VALUE.has(name),
  );
  const declared = request.header('x-amz-sdk-checksum-algorithm');
  if (names.length === 0) {
    if (declared === undefined) return undefined;
    throw invalidRequest(
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  }
  if (names.length > 1) {
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  const name = names[0] ?? '';
  const algorithm = CHECKSUM_ALGORITHMS.find((candidate) => checksumHeader(candidate) === name);
  if (algorithm === undefined) throw notImplemented({ Header: name });
  if (isChecksumAlgorithm(declared) && declared !== algorithm) {
    throw invalidRequest('Value for x-amz-sdk-checksum-algorithm header is invalid.');
  }
  const value = payload.trailers.get(name) ?? request.header(name) ?? '';
  if (Buffer.from(value, 'base64').length !== DIGEST_BYTES[algorithm]) {
    throw invalidRequest(`Value for ${name} header is invalid.`);
  }
  if (computeChecksum(algorithm, [payload.bytes]) !== value) {
    throw new S3Error(
      'BadDigest',
      400,
      `The ${algorithm} you specified did not match the calculated checksum.`,
    );
  }
  return { algorithm, value };
}

const DIGEST_BYTES: Readonly<Record<ChecksumAlgorithm, number>> = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
};

function checkContentMd5(expected: string | undefined, bytes: Buffer): void {
  if (expected === undefined) return;
  if (Buffer.from(expected, 'base64').length !== 16) {
    throw new S3Error('InvalidDigest', 400, 'The Content-MD5 you specified was invalid.', {
      'Content-MD5': expected,
    });
  }
  const calculated = createHash('md5').update(bytes).digest('base64');
  if (calculated === expected) return;
  throw new S3Error('BadDigest', 400, 'The Content-MD5 you specified did not match what we received.', {
    ExpectedDigest: expected,
    CalculatedDigest: calculated,
  });
}
