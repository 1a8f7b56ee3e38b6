import { isBucketName } from './bucket-name.ts';
import type { S3Location } from './s3-location.ts';

const BUCKET = /^arn:aws[a-z-]*:s3:::([^/]+)(?:\/([^]*))?$/;
// The AWS CLI takes `:` in place of the `/` before the name, too (botocore `utils.py`, ArnParser users).
const ACCESS_POINT = /^(arn:aws[a-z-]*:s3:([a-z0-9-]*):\d{12}:accesspoint[/:][^/:\s]+)(?:\/([^]*))?$/;

/**
 * The place that an ARN means, of a bucket, an object, or an access point.
 * @param form how a key follows an access point's ARN: behind `/object/` as in policies, or as in the AWS
 *   CLI's `s3://ARN/KEY`
 */
export function parseArn(text: string, form: 'object-arn' | 'uri'): S3Location | undefined {
  const bucket = BUCKET.exec(text);
  if (bucket !== null) {
    const name = bucket[1]?.trim() ?? '';
    return isBucketName(name) ? { bucket: name, key: bucket[2] ?? '' } : undefined;
  }
  const point = ACCESS_POINT.exec(text) ?? ACCESS_POINT.exec(text.trimEnd());
  if (point === null) return undefined;
  const [, arn = '', region = '', rest = ''] = point;
  const key = form === 'object-arn' && rest.startsWith('object/') ? rest.slice('object/'.length) : rest;
  // A multi-region access point has no region.
  return region === '' ? { bucket: arn, key } : { bucket: arn, key, region };
}

/** The name of an access point, or the bucket's own; what to show for either. */
export function bucketLabel(bucket: string): string {
  return /:accesspoint[/:](.+)$/.exec(bucket)?.[1] ?? bucket;
}
