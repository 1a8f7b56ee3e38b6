import { preconditionFailed } from '../errors.ts';
import type { S3Request } from '../http/s3-request.ts';
import { S3Error } from '../s3-error.ts';
import type { ObjectRecord } from '../store/object-record.ts';

/**
 * The conditions on reading an object, which combine as RFC 9110 section 13.2.2 says: a true If-Match overrules
 * If-Unmodified-Since, a false If-None-Match overrules If-Modified-Since.
 * @throws S3Error PreconditionFailed, NotModified (304)
 */
export function checkReadConditions(request: S3Request, object: ObjectRecord): void {
  const ifMatch = request.header('if-match');
  const ifNoneMatch = request.header('if-none-match');
  if (ifMatch !== undefined) {
    if (!matches(ifMatch, object.etag)) throw preconditionFailed('If-Match');
  } else if (isBefore(request.header('if-unmodified-since'), object)) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  if (ifNoneMatch !== undefined) {
    if (matches(ifNoneMatch, object.etag)) throw notModified(object);
  } else {
    const since = Date.parse(request.header('if-modified-since') ?? '');
    if (!Number.isNaN(since) && object.lastModified <= since) throw notModified(object);
  }
}

/**
 * The conditions on writing an object. (S3 user guide, "Conditional writes".)
 * @throws S3Error PreconditionFailed, NoSuchKey, NotImplemented
 */
export function checkWriteConditions(request: S3Request, existing: ObjectRecord | undefined): void {
  const ifNoneMatch = request.header('if-none-match');
  const ifMatch = request.header('if-match');
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw new S3Error(
      'NotImplemented',
      501,
      'A header you provided implies functionality that is not implemented',
      {
        Header: 'If-None-Match',
      },
    );
  }
  if (ifNoneMatch === '*' && existing !== undefined) throw preconditionFailed('If-None-Match');
  if (ifMatch === undefined) return;
  if (existing === undefined) {
    throw new S3Error('NoSuchKey', 404, 'The specified key does not exist.', { Key: request.key });
  }
  if (!matches(ifMatch, existing.etag)) throw preconditionFailed('If-Match');
}

function matches(condition: string, etag: string): boolean {
  const candidates = condition
    .split(',')
    .map((text) => text.trim().replace(/^W\//, '').replace(/^"|"$/g, ''));
  return candidates.includes('*') || candidates.includes(etag);
}

function isBefore(date: string | undefined, object: ObjectRecord): boolean {
  const time = Date.parse(date ?? '');
  return !Number.isNaN(time) && object.lastModified > time;
}

function notModified(object: ObjectRecord): S3Error {
  return new S3Error(
    'NotModified',
    304,
    'Not Modified',
    {},
    {
      etag: `"${object.etag}"`,
      'last-modified': new Date(object.lastModified).toUTCString(),
    },
  );
}
