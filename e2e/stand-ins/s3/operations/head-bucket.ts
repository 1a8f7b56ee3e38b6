import { addressedBucket, type Operation } from '../operation.ts';

export const headBucket: Operation = {
  name: 'HeadBucket',
  action: 's3:ListBucket',
  run(context) {
    const bucket = addressedBucket(context);
    return {
      status: 200,
      headers: {
        'content-type': 'application/xml',
        'x-amz-bucket-region': bucket.region,
        'x-amz-access-point-alias': 'false',
      },
    };
  },
};
