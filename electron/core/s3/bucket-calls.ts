import type { S3Client } from '@aws-sdk/client-s3';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { bucketArn } from '../../../shared/bucket.ts';
import { dnsSuffix, partitionOf } from '../../../shared/partition.ts';
import { AppFailure } from '../app-failure.ts';
import type { Clock } from '../ports.ts';
import type { Role, RoleAccess } from '../sessions/role-access.ts';
import { persist } from '../support/persist.ts';
import type { S3Clients } from './s3-clients.ts';
import { credentialsExpired, s3Failure } from './s3-failure.ts';

/** What a call needs, to name it where it is refused. */
export interface S3Need {
  /** The IAM action, e.g. `s3:GetObject`. */
  readonly action: string;
  /** Where an object is meant, not the bucket. */
  readonly key?: string;
  /** A HEAD request: its errors have no body. */
  readonly bare?: boolean;
}

/** What every command about a bucket begins with. */
export interface BucketParams {
  readonly Bucket: string;
  readonly RequestPayer?: 'requester';
}

/** A bucket address with the role behind it. */
export interface RoleBucket {
  readonly role: Role;
  readonly bucket: string;
  readonly requesterPays: boolean;
}

/** How many buckets' regions are kept in mind. */
const MOST_REGIONS = 20_000;

/**
 * Calls to S3 about one bucket, wherever it is. The region is learned from what S3 answers (`BucketRegion`,
 * `x-amz-bucket-region`, `<Region>` in a 400) and remembered, so nobody is asked for it and no
 * GetBucketLocation permission is needed. Expired role credentials are renewed, and what may pass is tried again.
 */
export class BucketCalls {
  readonly #clients: S3Clients;
  readonly #roles: RoleAccess;
  readonly #clock: Clock;
  readonly #regions = new Map<string, string>();

  constructor(clients: S3Clients, roles: RoleAccess, clock: Clock) {
    this.#clients = clients;
    this.#roles = roles;
    this.#clock = clock;
  }

  /** @throws {AppFailure} `profile.*`, `session.not-found` */
  resolve(at: BucketAddress): RoleBucket {
    return { role: this.#roles.role(at.target), bucket: at.bucket, requesterPays: at.requesterPays === true };
  }

  /**
   * Sends one command about a bucket.
   * @param call gets a client for the bucket's region; called again there or with new credentials where S3 says so
   * @param attempts `once` where the caller waits and tries again by itself
   * @throws {AppFailure} `s3.*`, `session.*`, `portal.*`, `network.*`; the signal's reason once it is aborted
   */
  async send<Result>(
    at: RoleBucket,
    need: S3Need,
    call: (client: S3Client, params: BucketParams) => Promise<Result>,
    signal: AbortSignal,
    attempts: 'persist' | 'once' = 'persist',
  ): Promise<Result> {
    const params: BucketParams = at.requesterPays
      ? { Bucket: at.bucket, RequestPayer: 'requester' }
      : { Bucket: at.bucket };
    let moved = false;
    let renewed = false;
    for (;;) {
      const region = this.region(at) ?? at.role.region;
      const client = await this.#clients.client(at.role, region, at.bucket);
      const used = await this.#roles.credentials(at.role, signal);
      signal.throwIfAborted();
      try {
        const once = () => call(client, params);
        return await (attempts === 'once' ? once() : persist(once, this.#clock, signal));
      } catch (thrown) {
        signal.throwIfAborted();
        const home = regionIn(thrown);
        if (home !== undefined && home !== region && !moved) {
          moved = true;
          this.learnRegion(at, home);
          continue;
        }
        const failed = s3Failure(thrown, {
          action: need.action,
          resource: resourceArn(at, need.key),
          bucket: at.bucket,
          host: this.host(at),
          ...(need.bare === true ? { bare: true } : {}),
          ...(need.key === undefined ? {} : { key: need.key }),
        });
        if (!credentialsExpired(failed) || renewed) throw failed;
        renewed = true;
        this.#roles.dropCredentials(at.role, used);
      }
    }
  }

  /** The bucket's region, if it is known. An access point's ARN names its own. */
  region(at: RoleBucket): string | undefined {
    return arnRegion(at.bucket) ?? this.#regions.get(this.#key(at));
  }

  learnRegion(at: RoleBucket, region: string): void {
    const key = this.#key(at);
    this.#regions.delete(key);
    this.#regions.set(key, region);
    const oldest = this.#regions.keys().next().value;
    if (this.#regions.size > MOST_REGIONS && oldest !== undefined) this.#regions.delete(oldest);
  }

  /** Forgets a region that no longer holds: a bucket deleted may be made again elsewhere. */
  forgetRegion(at: RoleBucket): void {
    this.#regions.delete(this.#key(at));
  }

  /** The endpoint override for the role, if its profile or the environment has one. */
  endpoint(at: RoleBucket): string | undefined {
    return this.#clients.endpoint(at.role);
  }

  /** Whom the requests go to, for error texts. */
  host(at: RoleBucket): string {
    const endpoint = this.endpoint(at);
    if (endpoint !== undefined && URL.canParse(endpoint)) return new URL(endpoint).host;
    const region = this.region(at) ?? at.role.region;
    return `s3.${region}.${dnsSuffix(partitionOf(region))}`;
  }

  /** Bucket names are unique in a partition, and on each server of one's own. */
  #key(at: RoleBucket): string {
    return JSON.stringify([this.endpoint(at) ?? partitionOf(at.role.region), at.bucket]);
  }
}

/** The ARN that a policy would name for a bucket, an access point, or an object in them. */
export function resourceArn({ role, bucket }: RoleBucket, key?: string): string {
  if (bucket.startsWith('arn:')) return key === undefined ? bucket : `${bucket}/object/${key}`;
  const arn = bucketArn(partitionOf(role.region), bucket);
  return key === undefined ? arn : `${arn}/${key}`;
}

function arnRegion(bucket: string): string | undefined {
  return /^arn:[a-z-]+:s3:([a-z0-9-]+):\d{12}:accesspoint[/:]/.exec(bucket)?.[1];
}

/** Where S3 says that a bucket is, in a redirect, a refusal or an error about the signature's region. */
function regionIn(thrown: unknown): string | undefined {
  if (thrown instanceof AppFailure || typeof thrown !== 'object' || thrown === null) return undefined;
  const { $response, Region, name, message } = thrown as {
    $response?: { headers?: Record<string, string> };
    Region?: unknown;
    name?: string;
    message?: string;
  };
  const named = $response?.headers?.['x-amz-bucket-region'];
  if (named !== undefined) return named;
  if (typeof Region === 'string' && /^[a-z0-9-]+$/.test(Region)) return Region;
  // What us-east-1 says about buckets in regions that have to be opted in to; botocore takes it for a redirect, too.
  if (name !== 'IllegalLocationConstraintException') return undefined;
  return /^The ([a-z]{2,5}(?:-[a-z]+)+-\d) location constraint is incompatible/.exec(message ?? '')?.[1];
}
