import type { Bucket } from '../../../shared/bucket.ts';
import type { S3Location } from '../../../shared/s3-location.ts';
import type { BucketSort } from './bucket-order.ts';

/** What others do with buckets; the view only asks for it. */
export interface BucketActions {
  readonly open: (location: S3Location, where: 'here' | 'new-tab') => void;
  readonly showDetails: (bucket: string) => void;
  readonly create: () => void;
  readonly empty: (bucket: string) => void;
  readonly remove: (bucket: string) => void;
  /** Keeps a bucket that isn't listed. */
  readonly remember: (bucket: Bucket) => void;
  readonly forget: (bucket: string) => void;
}

/** What a view keeps while another one is shown. */
export interface BucketViewMemory {
  readonly filter: string;
  readonly sort: BucketSort;
  readonly selected: string | undefined;
}
