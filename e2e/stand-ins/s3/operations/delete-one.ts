import { addressedBucket, type OperationContext } from '../operation.ts';
import { isLocked } from '../store/object-lock.ts';
import { isDeleteMarker } from '../store/object-version.ts';
import { deleteKey, deleteVersion, type Deletion } from '../store/stored-bucket.ts';
import { wholeSeconds } from '../store/whole-seconds.ts';
import { readVersionId } from './addressed-object.ts';
import { bypassesGovernance, lockedObject } from './object-locking.ts';

/**
 * Deletes a key or one of its versions, for DeleteObject and DeleteObjects alike. Deleting what isn't there succeeds too.
 * @throws S3Error InvalidArgument; AccessDenied for a locked version
 */
export function deleteOne(context: OperationContext, key: string, versionId: string | undefined): Deletion {
  const bucket = addressedBucket(context);
  const named = readVersionId(versionId);
  if (named === undefined) return deleteKey(bucket, key, wholeSeconds(context.now));
  const version = bucket.history.find(key, named);
  if (version !== undefined && !isDeleteMarker(version)) {
    if (isLocked(version, context.now, bypassesGovernance(context, key))) throw lockedObject();
  }
  return deleteVersion(bucket, key, named);
}
