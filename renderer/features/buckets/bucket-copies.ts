import { type Bucket, bucketArn, bucketUri } from '../../../shared/bucket.ts';
import { partitionOf } from '../../../shared/partition.ts';

export type BucketCopy = 'name' | 'uri' | 'arn';

/** @param partition of the list; unknown where listing was denied, then the region tells it */
export function bucketCopy(kind: BucketCopy, bucket: Bucket, partition: string | undefined): string {
  if (kind === 'name') return bucket.name;
  if (kind === 'uri') return bucketUri(bucket.name);
  return bucketArn(partition ?? partitionOf(bucket.region ?? ''), bucket.name);
}
