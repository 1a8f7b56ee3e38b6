import { dnsSuffix, partitionOf } from '../../../../shared/partition.ts';

/** Ends in the name of every directory bucket, and of access points of such. (S3 user guide, naming rules.) */
const DIRECTORY = /--([a-z0-9]+-az\d+)--xa?-s3$/;

/** Whether listings of a bucket come in no order and can't begin in the middle. */
export function isDirectoryBucket(bucket: string): boolean {
  return bucket.endsWith('--x-s3') || bucket.endsWith('--xa-s3');
}

/**
 * Where a bucket's objects have their https addresses, without a slash at the end. Buckets with a dot in the name go by
 * path, since no certificate covers them otherwise. (S3 user guide, "Methods for accessing a general purpose bucket".)
 * @param endpoint what the profile or the environment says instead of AWS
 */
export function bucketUrl(bucket: string, region: string, endpoint: string | undefined): string {
  if (endpoint !== undefined) return `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  const suffix = dnsSuffix(partitionOf(region));
  const point = /^arn:[^:]+:s3:([^:]+):(\d{12}):accesspoint[/:](.+)$/.exec(bucket);
  if (point !== null) return `https://${point[3]}-${point[2]}.s3-accesspoint.${point[1]}.${suffix}`;
  const zone = DIRECTORY.exec(bucket)?.[1];
  if (zone !== undefined) return `https://${bucket}.s3express-${zone}.${region}.${suffix}`;
  return bucket.includes('.')
    ? `https://s3.${region}.${suffix}/${bucket}`
    : `https://${bucket}.s3.${region}.${suffix}`;
}
