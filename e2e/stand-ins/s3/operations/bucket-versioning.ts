import { malformedXml } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import { childText, parseXml } from '../http/xml-reader.ts';
import { leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import { S3Error } from '../s3-error.ts';

/** Empty for a bucket that never had versions. (S3 API reference, GetBucketVersioning.) */
export const getBucketVersioning: Operation = {
  name: 'GetBucketVersioning',
  action: 's3:GetBucketVersioning',
  run(context) {
    return xmlAnswer(
      xmlDocument('VersioningConfiguration', leaf('Status', addressedBucket(context).versioning)),
    );
  },
};

/** Multi-factor deletion can't be switched on here: that takes the root user's device. */
export const putBucketVersioning: Operation = {
  name: 'PutBucketVersioning',
  action: 's3:PutBucketVersioning',
  run(context) {
    verifyDigests(context.request, context.payload);
    const root = parseXml(context.payload.bytes.toString('utf8'));
    const status = childText(root, 'Status');
    if (root.name !== 'VersioningConfiguration' || (status !== 'Enabled' && status !== 'Suspended')) {
      throw malformedXml();
    }
    const bucket = addressedBucket(context);
    if (status === 'Suspended' && bucket.settings.has('object-lock')) {
      const message =
        'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.';
      throw new S3Error('InvalidBucketState', 409, message);
    }
    bucket.versioning = status;
    return { status: 200 };
  },
};
