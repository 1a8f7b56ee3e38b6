import { invalidArgument, noSuchKey } from '../errors.ts';
import { addressedBucket, type OperationContext } from '../operation.ts';
import { S3Error } from '../s3-error.ts';
import type { ObjectRecord } from '../store/object-record.ts';
import { type DeleteMarker, isDeleteMarker } from '../store/object-version.ts';
import { type StoredBucket, versionHeader } from '../store/stored-bucket.ts';
import { isVersionId } from '../store/version-id.ts';

/**
 * The object or the version a request addresses.
 * @throws S3Error NoSuchKey, NoSuchVersion; MethodNotAllowed for a delete marker's version; AccessDenied instead of NoSuchKey
 * where the caller may not list the bucket and so may not know.
 */
export function addressedObject(context: OperationContext): ObjectRecord {
  const bucket = addressedBucket(context);
  const { key } = context.request;
  const versionId = readVersionId(context.request.query.get('versionId'));
  if (versionId !== undefined) return namedVersion(bucket, key, versionId);
  const object = bucket.objects.get(key);
  if (object !== undefined) return object;
  context.authorize('s3:ListBucket', bucket);
  throw missing(bucket, key);
}

/** @throws S3Error NoSuchVersion, MethodNotAllowed */
export function namedVersion(bucket: StoredBucket, key: string, versionId: string): ObjectRecord {
  const version = bucket.history.find(key, versionId);
  if (version === undefined) {
    throw new S3Error('NoSuchVersion', 404, 'The specified version does not exist.', {
      Key: key,
      VersionId: versionId,
    });
  }
  if (!isDeleteMarker(version)) return version;
  throw new S3Error(
    'MethodNotAllowed',
    405,
    'The specified method is not allowed against this resource.',
    { Method: 'GET', ResourceType: 'DeleteMarker' },
    {
      ...markerHeaders(bucket, version),
      allow: 'DELETE',
      'last-modified': new Date(version.lastModified).toUTCString(),
    },
  );
}

/** Reads `versionId`, from the query or a DeleteObjects document. @throws S3Error InvalidArgument */
export function readVersionId(text: string | undefined): string | undefined {
  if (text === undefined || isVersionId(text)) return text;
  const message = text === '' ? 'Version id cannot be the empty string' : 'Invalid version id specified';
  throw invalidArgument(message, 'versionId', text);
}

/** A key that isn't there, or has a delete marker on top, which is told in the headers. */
export function missing(bucket: StoredBucket, key: string): S3Error {
  const newest = bucket.history.of(key)[0];
  const headers = newest !== undefined && isDeleteMarker(newest) ? markerHeaders(bucket, newest) : {};
  return noSuchKey(key, headers);
}

function markerHeaders(bucket: StoredBucket, marker: DeleteMarker): Record<string, string> {
  return { 'x-amz-delete-marker': 'true', ...versionHeader(bucket, marker) };
}
