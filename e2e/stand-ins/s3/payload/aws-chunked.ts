import { S3Error } from '../s3-error.ts';

/** One chunk of an `aws-chunked` body; the last one is empty. */
export interface AwsChunk {
  readonly data: Buffer;
  readonly signature?: string;
}

export interface AwsChunkedBody {
  readonly chunks: readonly AwsChunk[];
  /** Lower-case names; the trailer's signature is among them. */
  readonly trailers: ReadonlyMap<string, string>;
}

/** Smallest chunk S3 takes unless it is the last one with data, in bytes. */
const SMALLEST_CHUNK = 8 * 1024;
const LINE_END = Buffer.from('\r\n');

/**
 * Takes an `aws-chunked` body apart: `hex-size[;chunk-signature=…]`, the data, …, a chunk of size 0, trailers.
 * (S3 API reference, "Transferring payload in multiple chunks".)
 * @throws S3Error IncompleteBody, InvalidChunkSizeError
 */
export function parseAwsChunked(body: Buffer): AwsChunkedBody {
  const chunks: AwsChunk[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = body.indexOf(LINE_END, position);
    const header = /^([0-9a-f]{1,13})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(
      body.toString('latin1', position, lineEnd < 0 ? position : lineEnd),
    );
    if (header === null) throw incompleteBody();
    const dataStart = lineEnd + LINE_END.length;
    const size = parseInt(header[1] ?? '', 16);
    const data = body.subarray(dataStart, dataStart + size);
    chunks.push({ data, ...(header[2] === undefined ? {} : { signature: header[2] }) });
    position = dataStart + size;
    if (size === 0) break;
    if (data.length !== size || !body.subarray(position, position + 2).equals(LINE_END))
      throw incompleteBody();
    position += LINE_END.length;
  }
  // The last but one is the last with data.
  if (chunks.slice(0, -2).some((chunk) => chunk.data.length < SMALLEST_CHUNK)) throw invalidChunkSize();
  return { chunks, trailers: parseTrailers(body.toString('utf8', position)) };
}

function parseTrailers(text: string): Map<string, string> {
  const trailers = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    else if (line !== '') throw incompleteBody();
  }
  return trailers;
}

export function incompleteBody(): S3Error {
  return new S3Error('IncompleteBody', 400, 'The request body terminated unexpectedly');
}

function invalidChunkSize(): S3Error {
  return new S3Error(
    'InvalidChunkSizeError',
    403,
    'Only the last chunk is allowed to have a size less than 8192 bytes',
  );
}
