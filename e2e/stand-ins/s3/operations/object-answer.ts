import { accessDenied, invalidArgument, noSuchKey } from '../errors.ts';
import type { S3Answer } from '../http/s3-answer.ts';
import { addressedBucket, type OperationContext } from '../operation.ts';
import { checksumHeader } from '../payload/checksum.ts';
import { S3Error } from '../s3-error.ts';
import type { ObjectRecord } from '../store/object-record.ts';
import { type ByteRange, parseRange } from './byte-range.ts';
import { checkReadConditions } from './conditions.ts';

/** The query parameters that overrule a stored header in the answer. (S3 API reference, GetObject.) */
const OVERRIDES = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
] as const;

/**
 * The addressed object.
 * @throws S3Error NoSuchKey; AccessDenied instead where the caller may not list the bucket and so may not know.
 */
export function addressedObject(context: OperationContext): ObjectRecord {
  const bucket = addressedBucket(context);
  const object = bucket.objects.get(context.request.key);
  if (object !== undefined) return object;
  context.authorize('s3:ListBucket', bucket);
  throw noSuchKey(context.request.key);
}

/** What GetObject and HeadObject have in common: conditions, range or part, headers. */
export function objectAnswer(context: OperationContext, object: ObjectRecord): S3Answer {
  const { request } = context;
  checkReadConditions(request, object);
  const part = readPart(request.query.get('partNumber'), object);
  const range = part ?? parseRange(request.header('range'), object.size);
  const { start, end } = range ?? { start: 0, end: object.size };
  const headers: Record<string, string> = {
    ...object.headers,
    ...overrides(context),
    'accept-ranges': 'bytes',
    etag: `"${object.etag}"`,
    'last-modified': new Date(object.lastModified).toUTCString(),
    'content-length': String(end - start),
  };
  headers['x-amz-server-side-encryption'] ??= 'AES256';
  if (object.storageClass !== 'STANDARD') headers['x-amz-storage-class'] = object.storageClass;
  if (range !== undefined) headers['content-range'] = `bytes ${start}-${end - 1}/${object.size}`;
  if (part !== undefined) headers['x-amz-mp-parts-count'] = String(object.partSizes?.length ?? 1);
  if (range === undefined) Object.assign(headers, checksumHeaders(context, object));
  return {
    status: range === undefined ? 200 : 206,
    headers,
    body: { content: object.content, start, end },
  };
}

/** Checksums are shown on request, and only of whole objects. */
function checksumHeaders(context: OperationContext, object: ObjectRecord): Record<string, string> {
  const { checksum } = object;
  const isAsked = context.request.header('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  if (checksum === undefined || !isAsked) return {};
  return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };
}

function overrides({ request }: OperationContext): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of OVERRIDES) {
    const value = request.query.get(`response-${name}`);
    if (value === undefined) continue;
    // eslint-disable-next-line no-control-regex -- what a header can't carry
    if (/[\u0000-\u001f\u007f]/.test(value)) {
      throw invalidArgument(
        `Header value cannot be represented using ISO-8859-1.`,
        `response-${name}`,
        value,
      );
    }
    found[name] = Buffer.from(value, 'utf8').toString('latin1');
  }
  return found;
}

function readPart(partNumber: string | undefined, object: ObjectRecord): ByteRange | undefined {
  if (partNumber === undefined) return undefined;
  const sizes = object.partSizes ?? [object.size];
  const number = Number(partNumber);
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw invalidArgument(
      'Part number must be an integer between 1 and 10000, inclusive',
      'partNumber',
      partNumber,
    );
  }
  const size = sizes[number - 1];
  if (size === undefined) {
    throw new S3Error('InvalidPartNumber', 416, 'The requested partnumber is not satisfiable', {
      PartNumberRequested: number,
      ActualPartCount: sizes.length,
    });
  }
  const start = sizes.slice(0, number - 1).reduce((total, each) => total + each, 0);
  return size === 0 ? undefined : { start, end: start + size };
}

/** @throws S3Error AccessDenied where the client names another owner of the bucket than there is. */
export function checkExpectedOwner(context: OperationContext): void {
  const expected = context.request.header('x-amz-expected-bucket-owner');
  if (expected !== undefined && expected !== addressedBucket(context).accountId) throw accessDenied();
}
