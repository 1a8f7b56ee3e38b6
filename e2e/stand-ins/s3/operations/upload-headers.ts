import { notImplemented } from '../errors.ts';
import type { S3Request } from '../http/s3-request.ts';
import { S3Error } from '../s3-error.ts';
import { STORAGE_CLASSES } from '../store/object-record.ts';

const KEPT = [
  'content-type',
  'cache-control',
  'content-disposition',
  'content-language',
  'expires',
  'x-amz-website-redirect-location',
] as const;

const LONGEST_KEY = 1024;
const MOST_METADATA = 2048;

/**
 * The headers to keep with a new object.
 * @throws S3Error MetadataTooLarge, NotImplemented (a customer's own encryption key)
 */
export function uploadHeaders(request: S3Request): Record<string, string> {
  if (request.header('x-amz-server-side-encryption-customer-algorithm') !== undefined) {
    throw notImplemented({ Header: 'x-amz-server-side-encryption-customer-algorithm' });
  }
  const headers: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const name of KEPT) {
    const value = request.header(name);
    if (value !== undefined && value !== '') headers[name] = value;
  }
  const encoding = (request.header('content-encoding') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'aws-chunked');
  if (encoding.length > 0) headers['content-encoding'] = encoding.join(',');
  return { ...headers, ...metadataHeaders(request) };
}

function metadataHeaders(request: S3Request): Record<string, string> {
  const names = request.headerNames.filter((name) => name.startsWith('x-amz-meta-'));
  const entries = names.map((name) => [name, request.header(name) ?? ''] as const);
  const size = entries.reduce(
    (sum, [name, value]) => sum + name.length - 'x-amz-meta-'.length + value.length,
    0,
  );
  if (size > MOST_METADATA) {
    throw new S3Error(
      'MetadataTooLarge',
      400,
      'Your metadata headers exceed the maximum allowed metadata size',
      { Size: size, MaxSizeAllowed: MOST_METADATA },
    );
  }
  return Object.fromEntries(entries);
}

/** Of an object's headers those that its uploader gave and a copy keeps. */
export function givenHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept: readonly string[] = [...KEPT, 'content-encoding'];
  const isGiven = ([name]: [string, string]) => kept.includes(name) || name.startsWith('x-amz-meta-');
  return Object.fromEntries(Object.entries(headers).filter(isGiven));
}

/** @throws S3Error InvalidStorageClass */
export function uploadStorageClass(request: S3Request): string {
  const storageClass = request.header('x-amz-storage-class') ?? 'STANDARD';
  if (STORAGE_CLASSES.has(storageClass)) return storageClass;
  throw new S3Error('InvalidStorageClass', 400, 'The storage class you specified is not valid', {
    StorageClassRequested: storageClass,
  });
}

/** Keys are at most 1,024 bytes of UTF-8. @throws S3Error KeyTooLongError */
export function checkKeyLength(key: string): void {
  const size = Buffer.byteLength(key);
  if (size <= LONGEST_KEY) return;
  throw new S3Error('KeyTooLongError', 400, 'Your key is too long', {
    Size: size,
    MaxSizeAllowed: LONGEST_KEY,
  });
}
