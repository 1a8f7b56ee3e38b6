import { xmlAnswer } from '../http/s3-answer.ts';
import { xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';

/** us-east-1 is the empty constraint. (S3 API reference, GetBucketLocation.) */
export const getBucketLocation: Operation = {
  name: 'GetBucketLocation',
  action: 's3:GetBucketLocation',
  run(context) {
    const { region } = addressedBucket(context);
    return xmlAnswer(xmlDocument('LocationConstraint', region === 'us-east-1' ? '' : region));
  },
};
