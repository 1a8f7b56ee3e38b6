import { addressedBucket, type Operation } from '../operation.ts';
import { S3Error } from '../s3-error.ts';

export const deleteBucket: Operation = {
  name: 'DeleteBucket',
  action: 's3:DeleteBucket',
  run(context) {
    const bucket = addressedBucket(context);
    if (!bucket.history.isEmpty) {
      const message = 'The bucket you tried to delete is not empty';
      const advice = bucket.versioning === undefined ? '' : '. You must delete all versions in the bucket.';
      throw new S3Error('BucketNotEmpty', 409, message + advice, { BucketName: bucket.name });
    }
    context.store.deleteBucket(bucket.name);
    return { status: 204 };
  },
};
