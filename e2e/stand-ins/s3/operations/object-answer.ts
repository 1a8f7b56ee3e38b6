import { accessDenied, invalidArgument } from '../errors.ts';
import type { S3Answer } from '../http/s3-answer.ts';
import { addressedBucket, type OperationContext } from '../operation.ts';
import { checksumHeader } from '../payload/checksum.ts';
import { S3Error } from '../s3-error.ts';
import { lockHeaders } from '../store/object-lock.ts';
import type { ObjectRecord } from '../store/object-record.ts';
import { restoreHeader } from '../store/restore.ts';
import { versionHeader } from '../store/stored-bucket.ts';
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
    ...versionHeader(addressedBucket(context), object),
    ...stateHeaders(context, object),
  };
  headers['x-amz-server-side-encryption'] ??= 'AES256';
  if (object.storageClass !== 'STANDARD') headers['x-amz-storage-class'] = object.storageClass;
  if (range !== undefined) headers['content-range'] = `bytes ${start}-${end - 1}/${object.size}`;
  if (part !== undefined) headers['x-amz-mp-parts-count'] = String(object.parts?.length ?? 1);
  if (range === undefined) Object.assign(headers, checksumHeaders(context, object));
  return {
    status: range === undefined ? 200 : 206,
    headers,
    body: { content: object.content, start, end },
  };
}

/** Tags by number, lock and restored copy; tags and lock only to those who may see them. */
function stateHeaders(context: OperationContext, object: ObjectRecord): Record<string, string> {
  const { tags = [], retention, legalHold } = object;
  return {
    ...(tags.length > 0 &&
      may(context, 's3:GetObjectTagging') && { 'x-amz-tagging-count': String(tags.length) }),
    ...lockHeaders({
      ...(retention && may(context, 's3:GetObjectRetention') && { retention }),
      ...(legalHold !== undefined && may(context, 's3:GetObjectLegalHold') && { legalHold }),
    }),
    ...restoreHeader(object, context.now),
  };
}

function may(context: OperationContext, action: string): boolean {
  try {
    context.authorize(action, addressedBucket(context), context.request.key);
    return true;
  } catch (error) {
    if (error instanceof S3Error) return false;
    throw error;
  }
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
  const sizes = object.parts?.map((part) => part.size) ?? [object.size];
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
