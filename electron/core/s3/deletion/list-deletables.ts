import { failure } from '../../app-failure.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';
import { decodeKey } from '../objects/encoded-keys.ts';
import { atOnce } from '../objects/limit.ts';
import type { ObjectVersions } from '../objects/object-versions.ts';
import type { PageMark } from '../objects/page-mark.ts';
import type { Deletable } from './deletable.ts';
import type { PackedKeys } from './deletion-scope.ts';

/** Requests at once where each key has to be asked for. */
const AT_ONCE = 8;

/** Lists what a deletion means, page by page, so that nobody has to hold all of it. */
export class DeletableLists {
  readonly #calls: BucketCalls;
  readonly #versions: ObjectVersions;

  constructor(calls: BucketCalls, versions: ObjectVersions) {
    this.#calls = calls;
    this.#versions = versions;
  }

  /** Current objects below a prefix. @throws {AppFailure} `s3.*`, `network.garbled` */
  async *objects(bucket: RoleBucket, prefix: string, signal: AbortSignal): AsyncGenerator<Deletable[]> {
    const { ListObjectsV2Command } = await import('@aws-sdk/client-s3');
    let token: string | undefined;
    do {
      const answer = await this.#calls.send(
        bucket,
        { action: 's3:ListBucket' },
        (client, params) => {
          const command = new ListObjectsV2Command({
            ...params,
            Prefix: prefix,
            ContinuationToken: token,
            EncodingType: 'url',
          });
          return client.send(command, { abortSignal: signal });
        },
        signal,
      );
      const { Contents = [], EncodingType, IsTruncated, NextContinuationToken } = answer;
      if (IsTruncated === undefined) throw failure('network.garbled', { host: this.#calls.host(bucket) });
      yield Contents.map(({ Key, Size = 0 }) => ({
        key: decodeKey(Key, EncodingType),
        isMarker: false,
        bytes: Size,
      }));
      if (IsTruncated && (NextContinuationToken === undefined || NextContinuationToken === token)) {
        throw failure('s3.listing-broken', { bucket: bucket.bucket, reason: 'repeats' });
      }
      token = IsTruncated ? NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  /** Versions and markers below a prefix, or of one key only. @throws {AppFailure} `s3.*`, `network.garbled` */
  async *versions(
    bucket: RoleBucket,
    { prefix, only }: { prefix: string; only?: string },
    signal: AbortSignal,
  ): AsyncGenerator<Deletable[]> {
    let after: PageMark | undefined;
    do {
      const page = await this.#versions.list(bucket, { prefix, after }, signal);
      const found = only === undefined ? page.versions : page.versions.filter(({ key }) => key === only);
      yield found.map(({ key, versionId, deleteMarker, size = 0 }) => ({
        key,
        versionId,
        isMarker: deleteMarker,
        bytes: size,
      }));
      if (found.length < page.versions.length) return; // past the one key
      const { next } = page;
      if (next !== undefined && next.key === after?.key && next.id === after.id) {
        throw failure('s3.listing-broken', { bucket: bucket.bucket, reason: 'repeats' });
      }
      after = next;
    } while (after !== undefined);
  }

  /** All versions of each of these keys. */
  async *versionsOf(bucket: RoleBucket, keys: PackedKeys, signal: AbortSignal): AsyncGenerator<Deletable[]> {
    const names = keys.unpack();
    for (let from = 0; from < names.length; from += 100) {
      const gate = atOnce(AT_ONCE);
      const lists = names.slice(from, from + 100).map((key) =>
        gate(async () => {
          const found: Deletable[] = [];
          for await (const page of this.versions(bucket, { prefix: key, only: key }, signal))
            found.push(...page);
          return found;
        }),
      );
      yield (await Promise.all(lists)).flat();
    }
  }

  /** Everything below the prefixes of a deletion. */
  async *below(
    bucket: RoleBucket,
    prefixes: readonly string[],
    what: 'current' | 'all-versions',
    signal: AbortSignal,
  ): AsyncGenerator<Deletable[]> {
    for (const prefix of prefixes) {
      yield* what === 'current'
        ? this.objects(bucket, prefix, signal)
        : this.versions(bucket, { prefix }, signal);
    }
  }
}

/** The same things in batches of at most a thousand. */
export async function* inBatches(
  lists: AsyncIterable<readonly Deletable[]>,
  most = 1_000,
): AsyncGenerator<Deletable[]> {
  let batch: Deletable[] = [];
  for await (const list of lists) {
    for (const entry of list) {
      batch.push(entry);
      if (batch.length < most) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
