import { addressedBucket, type OperationContext } from '../operation.ts';
import type { ObjectProperties } from '../store/object-record.ts';
import { readTaggingHeader, type Tag } from '../store/tag.ts';
import { encryptionHeaders } from './encryption.ts';
import { readLockHeaders } from './lock-headers.ts';
import { checkKeyLength, uploadHeaders, uploadStorageClass } from './upload-headers.ts';

/**
 * What a new object has besides its bytes, from the headers of the request and the bucket's defaults: for PutObject,
 * CopyObject and CreateMultipartUpload.
 * @throws S3Error KeyTooLongError, AccessDenied and those of each header
 */
export function uploadProperties(context: OperationContext): ObjectProperties {
  const { request, now } = context;
  const bucket = addressedBucket(context);
  checkKeyLength(request.key);
  const tags = uploadTags(context);
  return {
    storageClass: uploadStorageClass(request),
    headers: { ...uploadHeaders(request), ...encryptionHeaders(request, bucket) },
    ...(tags && { tags }),
    ...readLockHeaders(context, bucket, now),
  };
}

/** Tags given with an upload take a permission of their own. */
function uploadTags(context: OperationContext): readonly Tag[] | undefined {
  const header = context.request.header('x-amz-tagging');
  if (header === undefined || header === '') return undefined;
  context.authorize('s3:PutObjectTagging', addressedBucket(context), context.request.key);
  return readTaggingHeader(header);
}
