import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { VerifiedSignature } from '../auth/verify-signature.ts';
import { invalidArgument, notImplemented } from '../errors.ts';
import type { S3Request } from '../http/s3-request.ts';
import { S3Error } from '../s3-error.ts';
import { incompleteBody, parseAwsChunked } from './aws-chunked.ts';
import { checkChunkSignatures } from './chunk-signatures.ts';

/** A request's body, out of its transfer coding and checked against what was signed. */
export interface Payload {
  readonly bytes: Buffer;
  /** Trailing headers of an `aws-chunked` body, by lower-case name. */
  readonly trailers: ReadonlyMap<string, string>;
}

const NO_TRAILERS: ReadonlyMap<string, string> = new Map();
const LARGEST_BODY = 5 * 1024 ** 3;

/**
 * S3 wants to know an upload's length beforehand.
 * @throws S3Error MissingContentLength, NotImplemented (a plain chunked transfer), EntityTooLarge
 */
export function checkLength(request: S3Request): void {
  const decoded = request.header('x-amz-decoded-content-length');
  const length = decoded ?? request.header('content-length');
  if (length === undefined) {
    if (request.header('transfer-encoding') !== undefined)
      throw notImplemented({ Header: 'Transfer-Encoding' });
    throw new S3Error('MissingContentLength', 411, 'You must provide the Content-Length HTTP header.');
  }
  if (Number(length) > LARGEST_BODY) {
    throw new S3Error('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: length,
      MaxSizeAllowed: LARGEST_BODY,
    });
  }
}

/**
 * Reads a body to its end and checks it as `x-amz-content-sha256` says.
 * @throws S3Error XAmzContentSHA256Mismatch, SignatureDoesNotMatch, IncompleteBody, InvalidChunkSizeError, InvalidArgument
 */
export async function readPayload(
  message: IncomingMessage,
  request: S3Request,
  signature: VerifiedSignature,
): Promise<Payload> {
  const raw = await collect(message);
  const kind = signature.payloadHash;
  switch (kind) {
    case 'UNSIGNED-PAYLOAD':
      return { bytes: raw, trailers: NO_TRAILERS };
    case 'STREAMING-UNSIGNED-PAYLOAD-TRAILER':
    case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD':
    case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER':
      return decodeChunked(raw, request, signature);
    default:
      checkHash(raw, kind);
      return { bytes: raw, trailers: NO_TRAILERS };
  }
}

function decodeChunked(raw: Buffer, request: S3Request, signature: VerifiedSignature): Payload {
  const body = parseAwsChunked(raw);
  if (signature.payloadHash.startsWith('STREAMING-AWS4')) {
    const hasTrailer = signature.payloadHash.endsWith('-TRAILER');
    checkChunkSignatures(body, signature.scope, signature.signature, hasTrailer);
  }
  const bytes = Buffer.concat(body.chunks.map((chunk) => chunk.data));
  if (Number(request.header('x-amz-decoded-content-length')) !== bytes.length) throw incompleteBody();
  return { bytes, trailers: body.trailers };
}

function checkHash(raw: Buffer, claimed: string): void {
  if (!/^[0-9a-f]{64}$/.test(claimed)) {
    const allowed =
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, ' +
      'STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.';
    throw invalidArgument(allowed, 'x-amz-content-sha256', claimed);
  }
  const computed = createHash('sha256').update(raw).digest('hex');
  if (computed === claimed) return;
  throw new S3Error(
    'XAmzContentSHA256Mismatch',
    400,
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    { ClientComputedContentSHA256: claimed, S3ComputedContentSHA256: computed },
  );
}

async function collect(message: IncomingMessage): Promise<Buffer> {
  const received: Buffer[] = [];
  for await (const piece of message) received.push(piece as Buffer);
  return Buffer.concat(received);
}
