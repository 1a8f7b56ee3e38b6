import { noSuchUpload } from '../errors.ts';
import { addressedBucket, type OperationContext } from '../operation.ts';
import type { MultipartUpload } from '../store/multipart-upload.ts';

/** The upload in progress a request names. @throws S3Error NoSuchUpload */
export function addressedUpload(context: OperationContext): MultipartUpload {
  const uploadId = context.request.query.get('uploadId') ?? '';
  const upload = addressedBucket(context).uploads.get(uploadId);
  if (upload === undefined || upload.key !== context.request.key) throw noSuchUpload(uploadId);
  return upload;
}
