import { type RoleTarget, targetKey } from './role-target.ts';

/** A bucket, and whose eyes one sees it through. */
export interface BucketAddress {
  readonly target: RoleTarget;
  /** A bucket's name, an access point's alias, or an access point's ARN. */
  readonly bucket: string;
  /** The person agreed to pay for requests and downloads (`x-amz-request-payer`). */
  readonly requesterPays?: boolean | undefined;
}

/** A stable text key for an address, for caches and React keys. */
export function addressKey({ target, bucket, requesterPays }: BucketAddress): string {
  return JSON.stringify([targetKey(target), bucket, requesterPays === true]);
}
