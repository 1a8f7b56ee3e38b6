import { type Bucket, bucketArn, bucketUri } from '../../../shared/bucket.ts';
import { profileOption, shellQuote } from '../../../shared/command-line.ts';
import { partitionOf } from '../../../shared/partition.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { formatLocation } from '../../../shared/s3-location.ts';

export type BucketCopy = 'name' | 'uri' | 'arn' | 'command';

/** A bucket as text to be copied. */
export function bucketCopy(kind: BucketCopy, bucket: Bucket, { partition, target }: BucketContext): string {
  if (kind === 'name') return bucket.name;
  if (bucket.name.startsWith('arn:') && kind === 'arn') return bucket.name;
  if (kind === 'uri') return bucketUri(bucket.name);
  if (kind === 'arn') return bucketArn(partition ?? partitionOf(bucket.region ?? ''), bucket.name);
  const uri = formatLocation({ bucket: bucket.name, key: '' });
  return `aws s3 ls ${shellQuote(uri)}${profileOption(target)}`;
}

export interface BucketContext {
  /** Of the list; unknown where listing was denied, then the bucket's region tells it. */
  readonly partition: string | undefined;
  readonly target: RoleTarget;
}
