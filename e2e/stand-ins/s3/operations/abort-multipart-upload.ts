import { addressedBucket, type Operation } from '../operation.ts';
import { addressedUpload } from './addressed-upload.ts';

export const abortMultipartUpload: Operation = {
  name: 'AbortMultipartUpload',
  action: 's3:AbortMultipartUpload',
  run(context) {
    addressedBucket(context).uploads.delete(addressedUpload(context).uploadId);
    return { status: 204 };
  },
};
