import type { ListingSpec } from '../../../../shared/listing.ts';
import { partitionOf } from '../../../../shared/partition.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';
import { bucketUrl, isDirectoryBucket } from './bucket-url.ts';
import type { RowStoreSpec } from './row-store.ts';

/** What the rows of a listing are kept for; the bucket's region has to be known by now, or is the role's. */
export function storeSpec(spec: ListingSpec, at: RoleBucket, calls: BucketCalls): RowStoreSpec {
  const region = calls.region(at) ?? at.role.region;
  return {
    bucket: at.bucket,
    partition: partitionOf(region),
    baseUrl: bucketUrl(at.bucket, region, calls.endpoint(at)),
    prefix: spec.prefix,
    keep: spec.kind === 'measure' ? 'totals' : 'rows',
    ordered: !isDirectoryBucket(at.bucket),
    ...(spec.kind === 'search' && spec.criteria !== undefined ? { criteria: spec.criteria } : {}),
  };
}
