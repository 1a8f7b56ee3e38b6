import type { Bucket, BucketPage } from '../../../shared/bucket.ts';
import { bucketArn } from '../../../shared/bucket.ts';
import { parseBucketInput } from '../../../shared/bucket-name.ts';
import { AppFailure, failure } from '../app-failure.ts';
import type { Clock } from '../ports.ts';
import type { Role, RoleAccess } from '../sessions/role-access.ts';
import { persist } from '../support/persist.ts';
import { dnsSuffix, partitionOf } from '../../../shared/partition.ts';
import type { S3Clients } from './s3-clients.ts';
import { credentialsExpired, s3Failure } from './s3-failure.ts';

/** Buckets in one answer. S3 gives up to 10,000, but a smaller page shows its first rows sooner. */
const PAGE = 1000;

/** The buckets of a role's account. */
export class Buckets {
  readonly #clients: S3Clients;
  readonly #roles: RoleAccess;
  readonly #clock: Clock;

  constructor(clients: S3Clients, roles: RoleAccess, clock: Clock) {
    this.#clients = clients;
    this.#roles = roles;
    this.#clock = clock;
  }

  /**
   * One page of ListBuckets. Asking for a page size makes S3 tell each bucket's region, which spares a
   * call for every bucket.
   * @throws {AppFailure} `s3.*`, `session.*`, `portal.*`, `network.*`
   */
  async page(role: Role, continuationToken: string | undefined, signal: AbortSignal): Promise<BucketPage> {
    const { ListBucketsCommand } = await import('@aws-sdk/client-s3');
    const client = await this.#clients.client(role);
    const host = await this.#host(role, role.region);
    const partition = partitionOf(role.region);
    const command = new ListBucketsCommand({ MaxBuckets: PAGE, ContinuationToken: continuationToken });
    const answer = await this.#renewing(role, async () => {
      try {
        return await persist(() => client.send(command, { abortSignal: signal }), this.#clock, signal);
      } catch (thrown) {
        signal.throwIfAborted();
        throw s3Failure(thrown, { action: 's3:ListAllMyBuckets', resource: '*', host });
      }
    });
    // The SDK takes any page of text for an empty answer: a network's sign-in page must not pass for an
    // account without buckets.
    if (answer.Buckets === undefined && answer.Owner === undefined)
      throw failure('network.garbled', { host });
    const buckets = (answer.Buckets ?? []).flatMap(({ Name, BucketRegion, CreationDate }): Bucket[] =>
      Name === undefined
        ? []
        : [
            {
              name: Name,
              ...(BucketRegion ? { region: BucketRegion } : {}),
              ...(CreationDate === undefined ? {} : { createdAt: CreationDate.getTime() }),
            },
          ],
    );
    const next = answer.ContinuationToken;
    return { buckets, partition, accountId: role.accountId, ...(next ? { continuationToken: next } : {}) };
  }

  /**
   * Looks at one bucket by name (HeadBucket), wherever it is: a wrong region is learned from S3's own
   * answer and tried again there.
   * @throws {AppFailure} `s3.bad-bucket-name`, `s3.no-such-bucket`, `s3.access-denied`, …
   */
  async open(role: Role, input: string, signal: AbortSignal): Promise<Bucket> {
    const bucket = parseBucketInput(input);
    if (bucket === undefined) throw failure('s3.bad-bucket-name', { bucket: input.slice(0, 100) });
    return this.#renewing(role, () => this.#head(role, bucket, role.region, signal, true));
  }

  async #head(
    role: Role,
    bucket: string,
    region: string,
    signal: AbortSignal,
    follow: boolean,
  ): Promise<Bucket> {
    const { HeadBucketCommand } = await import('@aws-sdk/client-s3');
    const client = await this.#clients.client(role, region);
    try {
      const command = new HeadBucketCommand({ Bucket: bucket });
      const answer = await persist(() => client.send(command, { abortSignal: signal }), this.#clock, signal);
      return { name: bucket, region: answer.BucketRegion ?? region };
    } catch (thrown) {
      signal.throwIfAborted();
      const home = bucketRegion(thrown);
      const elsewhere = home !== undefined && home !== region;
      if (elsewhere && follow) return this.#head(role, bucket, home, signal, false);
      throw s3Failure(thrown, {
        action: 's3:ListBucket',
        resource: bucketArn(partitionOf(region), bucket),
        bucket,
        bare: true,
        host: await this.#host(role, region),
      });
    }
  }

  /** Tries once more with new credentials where S3 says the present ones have expired. */
  async #renewing<Result>(role: Role, call: () => Promise<Result>): Promise<Result> {
    try {
      return await call();
    } catch (thrown) {
      if (!credentialsExpired(thrown)) throw thrown;
      this.#roles.dropCredentials(role);
      return call();
    }
  }

  async #host(role: Role, region: string): Promise<string> {
    const endpoint = this.#clients.endpoint(role);
    return endpoint !== undefined && URL.canParse(endpoint)
      ? new URL(endpoint).host
      : `s3.${region}.${dnsSuffix(partitionOf(region))}`;
  }
}

/** `x-amz-bucket-region`, which S3 sends even where it refuses. */
function bucketRegion(thrown: unknown): string | undefined {
  if (thrown instanceof AppFailure) return undefined;
  const { $response } = thrown as { $response?: { headers?: Record<string, string> } };
  return $response?.headers?.['x-amz-bucket-region'];
}
