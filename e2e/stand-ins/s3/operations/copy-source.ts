import { invalidArgument, invalidRequest, preconditionFailed } from '../errors.ts';
import type { OperationContext } from '../operation.ts';
import { S3Error } from '../s3-error.ts';
import type { ObjectRecord } from '../store/object-record.ts';
import { isDeleteMarker } from '../store/object-version.ts';
import { isArchived } from '../store/restore.ts';
import type { StoredBucket } from '../store/stored-bucket.ts';
import { missing, namedVersion, readVersionId } from './addressed-object.ts';

/** Largest source one CopyObject takes, in bytes. */
const LARGEST_COPY = 5 * 1024 ** 3;

/** What is to be copied, and from where. */
export interface CopySource {
  readonly bucket: StoredBucket;
  readonly object: ObjectRecord;
}

/**
 * Finds what `x-amz-copy-source` names: `bucket/key`, `/bucket/key` or an access point's `ARN/object/key`, percent-encoded,
 * with `?versionId=` where an old version is meant.
 * @throws S3Error AccessDenied, NoSuchBucket, NoSuchKey, NoSuchVersion, PreconditionFailed, ObjectNotInActiveTierError, InvalidRequest
 */
export function findCopySource(context: OperationContext): CopySource {
  const { request, store } = context;
  const { bucketName, key, versionId } = parseSource(request.header('x-amz-copy-source') ?? '');
  const bucket = store.bucket(store.bucketName(bucketName));
  context.authorize(versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion', bucket, key);
  const object = findObject(bucket, key, versionId);
  const ifMatch = request.header('x-amz-copy-source-if-match')?.replace(/^"|"$/g, '');
  if (ifMatch !== undefined && ifMatch !== object.etag)
    throw preconditionFailed('x-amz-copy-source-If-Match');
  if (isArchived(object, context.now)) {
    throw new S3Error(
      'ObjectNotInActiveTierError',
      403,
      'The source object of the COPY operation is not in the active tier and is only stored in Amazon Glacier.',
      { Key: key },
    );
  }
  if (object.size > LARGEST_COPY) {
    throw invalidRequest(
      'The specified copy source is larger than the maximum allowable size for a copy source: 5368709120',
    );
  }
  return { bucket, object };
}

function findObject(bucket: StoredBucket, key: string, versionId: string | undefined): ObjectRecord {
  if (versionId === undefined) {
    const object = bucket.objects.get(key);
    if (object === undefined) throw missing(bucket, key);
    return object;
  }
  const version = bucket.history.find(key, versionId);
  if (version !== undefined && isDeleteMarker(version)) {
    throw invalidRequest(
      'The source of a copy request may not specifically refer to a delete marker by version id.',
    );
  }
  return namedVersion(bucket, key, versionId);
}

function parseSource(header: string): { bucketName: string; key: string; versionId: string | undefined } {
  const [path = '', versionId] = header.split('?versionId=');
  let source: string;
  try {
    source = decodeURIComponent(path).replace(/^\//, '');
  } catch {
    source = '';
  }
  const ofArn = /^(arn:[^/]*\/[^/]*)\/object\/([^]+)$/.exec(source);
  if (ofArn?.[1] !== undefined && ofArn[2] !== undefined) {
    return { bucketName: ofArn[1], key: ofArn[2], versionId: readVersionId(versionId) };
  }
  const slash = source.indexOf('/');
  if (slash < 1 || slash === source.length - 1) {
    const message = 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey';
    throw invalidArgument(message, 'x-amz-copy-source', header);
  }
  return {
    bucketName: source.slice(0, slash),
    key: source.slice(slash + 1),
    versionId: readVersionId(versionId),
  };
}
