import { addressedBucket, type Operation } from '../operation.ts';
import { S3Error } from '../s3-error.ts';

export const deleteBucket: Operation = {
  name: 'DeleteBucket',
  action: 's3:DeleteBucket',
  run(context) {
    const bucket = addressedBucket(context);
    if (bucket.objects.size > 0) {
      throw new S3Error('BucketNotEmpty', 409, 'The bucket you tried to delete is not empty', {
        BucketName: bucket.name,
      });
    }
    context.store.deleteBucket(bucket.name);
    return { status: 204 };
  },
};
