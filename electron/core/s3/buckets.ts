import type { Bucket, BucketPage } from '../../../shared/bucket.ts';
import { parseBucketInput } from '../../../shared/bucket-name.ts';
import { failure } from '../app-failure.ts';
import type { Clock } from '../ports.ts';
import type { Role, RoleAccess } from '../sessions/role-access.ts';
import { persist } from '../support/persist.ts';
import { dnsSuffix, partitionOf } from '../../../shared/partition.ts';
import type { BucketCalls } from './bucket-calls.ts';
import type { S3Clients } from './s3-clients.ts';
import { credentialsExpired, s3Failure } from './s3-failure.ts';

/** Buckets in one answer. S3 gives up to 10,000, but a smaller page shows its first rows sooner. */
const PAGE = 1000;

/** The buckets of a role's account. */
export class Buckets {
  readonly #clients: S3Clients;
  readonly #calls: BucketCalls;
  readonly #roles: RoleAccess;
  readonly #clock: Clock;

  constructor(clients: S3Clients, calls: BucketCalls, roles: RoleAccess, clock: Clock) {
    this.#clients = clients;
    this.#calls = calls;
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
    const answer = await this.#renewing(role, signal, async () => {
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
    for (const { name, region } of buckets) {
      if (region !== undefined) this.#calls.learnRegion({ role, bucket: name, requesterPays: false }, region);
    }
    const next = answer.ContinuationToken;
    return {
      buckets,
      partition,
      ...(role.accountId === undefined ? {} : { accountId: role.accountId }),
      ...(next ? { continuationToken: next } : {}),
    };
  }

  /**
   * Looks at one bucket by name (HeadBucket), wherever it is: a wrong region is learned from S3's own
   * answer and tried again there.
   * @throws {AppFailure} `s3.bad-bucket-name`, `s3.no-such-bucket`, `s3.access-denied`, …
   */
  async open(role: Role, input: string, signal: AbortSignal): Promise<Bucket> {
    const bucket = parseBucketInput(input);
    if (bucket === undefined) throw failure('s3.bad-bucket-name', { bucket: input.slice(0, 100) });
    const at = { role, bucket, requesterPays: false };
    const need = { action: 's3:ListBucket', bare: true };
    const { HeadBucketCommand } = await import('@aws-sdk/client-s3');
    const answer = await this.#calls.send(
      at,
      need,
      (client, params) => client.send(new HeadBucketCommand(params), { abortSignal: signal }),
      signal,
    );
    const region = answer.BucketRegion ?? this.#calls.region(at) ?? role.region;
    this.#calls.learnRegion(at, region);
    return { name: bucket, region };
  }

  /** Tries once more with new credentials where S3 says the present ones have expired. */
  async #renewing<Result>(role: Role, signal: AbortSignal, call: () => Promise<Result>): Promise<Result> {
    const used = await this.#roles.credentials(role, signal);
    try {
      return await call();
    } catch (thrown) {
      if (!credentialsExpired(thrown)) throw thrown;
      this.#roles.dropCredentials(role, used);
      await this.#roles.credentials(role, signal);
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
