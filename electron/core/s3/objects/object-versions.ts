import type { ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3';
import type { BucketAddress } from '../../../../shared/bucket-address.ts';
import type { ObjectVersion, VersionPage } from '../../../../shared/object-details.ts';
import { failure } from '../../app-failure.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';
import { decodeKey } from './encoded-keys.ts';
import { mergeVersions } from './merge-versions.ts';
import { openMark, type PageMark, sealMark } from './page-mark.ts';

export type VersionScope =
  { readonly kind: 'object'; readonly key: string } | { readonly kind: 'folder'; readonly prefix: string };

/** What to list of a bucket's versions. */
export interface VersionQuery {
  readonly prefix: string;
  readonly delimiter?: '/';
  readonly after?: PageMark | undefined;
}

/** One page of ListObjectVersions, decoded. */
export interface RawVersionPage {
  readonly versions: readonly ObjectVersion[];
  readonly folders: readonly string[];
  readonly next?: PageMark;
}

/** Lists versions and delete markers. */
export class ObjectVersions {
  readonly #calls: BucketCalls;

  constructor(calls: BucketCalls) {
    this.#calls = calls;
  }

  /**
   * Versions of one object and of no other whose key begins the same, or of everything in a folder.
   * @throws {AppFailure} `s3.*`, `bridge.bad-request` for a `next` that isn't ours
   */
  async page(
    { at, scope, next }: { at: BucketAddress; scope: VersionScope; next?: string | undefined },
    signal: AbortSignal,
  ): Promise<VersionPage> {
    const bucket = this.#calls.resolve(at);
    const after = next === undefined ? undefined : openMark(next, 'versions.page');
    if (scope.kind === 'folder') {
      const page = await this.list(bucket, { prefix: scope.prefix, delimiter: '/', after }, signal);
      return sealed(page.versions, page.folders, page.next);
    }
    const page = await this.list(bucket, { prefix: scope.key, after }, signal);
    // A key comes before every longer one that begins with it, so the first other key ends it.
    const versions = page.versions.filter(({ key }) => key === scope.key);
    const passed = versions.length < page.versions.length;
    return sealed(versions, [], passed ? undefined : page.next);
  }

  /** @throws {AppFailure} `s3.*` (`s3.listing-broken` where it doesn't say how it goes on), `network.garbled` */
  async list(bucket: RoleBucket, query: VersionQuery, signal: AbortSignal): Promise<RawVersionPage> {
    const { ListObjectVersionsCommand } = await import('@aws-sdk/client-s3');
    const answer = await this.#calls.send(
      bucket,
      { action: 's3:ListBucketVersions' },
      (client, params) => {
        const command = new ListObjectVersionsCommand({
          ...params,
          Prefix: query.prefix,
          Delimiter: query.delimiter,
          KeyMarker: query.after?.key,
          VersionIdMarker: query.after?.id,
          EncodingType: 'url',
        });
        return client.send(command, { abortSignal: signal });
      },
      signal,
    );
    // The SDK takes any text for an empty answer; an empty list would be believed here.
    if (answer.IsTruncated === undefined) {
      throw failure('network.garbled', { host: this.#calls.host(bucket) });
    }
    // Without where it goes on, this would pass for the end.
    if (answer.IsTruncated && answer.NextKeyMarker === undefined) {
      throw failure('s3.listing-broken', { bucket: bucket.bucket, reason: 'endless' });
    }
    return decoded(answer);
  }
}

function decoded(answer: ListObjectVersionsCommandOutput): RawVersionPage {
  const { EncodingType: encoding, IsTruncated, NextKeyMarker, NextVersionIdMarker } = answer;
  const versions = (answer.Versions ?? []).map((version): ObjectVersion => ({
    key: decodeKey(version.Key, encoding),
    versionId: version.VersionId ?? 'null',
    isLatest: version.IsLatest === true,
    deleteMarker: false,
    modified: version.LastModified?.getTime() ?? 0,
    size: version.Size ?? 0,
    storageClass: version.StorageClass ?? 'STANDARD',
    ...(version.ETag === undefined ? {} : { etag: version.ETag.replaceAll('"', '') }),
  }));
  const markers = (answer.DeleteMarkers ?? []).map((marker): ObjectVersion => ({
    key: decodeKey(marker.Key, encoding),
    versionId: marker.VersionId ?? 'null',
    isLatest: marker.IsLatest === true,
    deleteMarker: true,
    modified: marker.LastModified?.getTime() ?? 0,
  }));
  const folders = (answer.CommonPrefixes ?? []).map(({ Prefix }) => decodeKey(Prefix, encoding));
  const next =
    IsTruncated === true && NextKeyMarker !== undefined
      ? {
          key: decodeKey(NextKeyMarker, encoding),
          ...(NextVersionIdMarker ? { id: NextVersionIdMarker } : {}),
        }
      : undefined;
  return { versions: mergeVersions(versions, markers), folders, ...(next === undefined ? {} : { next }) };
}

function sealed(
  versions: readonly ObjectVersion[],
  folders: readonly string[],
  next: PageMark | undefined,
): VersionPage {
  return { versions, folders, ...(next === undefined ? {} : { next: sealMark(next) }) };
}
