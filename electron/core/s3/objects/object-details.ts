import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { BucketAddress } from '../../../../shared/bucket-address.ts';
import type { ObjectDetails, ObjectEncryption } from '../../../../shared/object-details.ts';
import type { BucketCalls } from '../bucket-calls.ts';
import { headObject } from './object-head.ts';
import { expiration, givenHeaders, metadata, restoreState } from './object-headers.ts';
import { ObjectParts } from './object-parts.ts';

/** What there is to know of one object or one version. */
export class ObjectFacts {
  readonly #calls: BucketCalls;
  readonly #parts: ObjectParts;

  constructor(calls: BucketCalls) {
    this.#calls = calls;
    this.#parts = new ObjectParts(calls);
  }

  /**
   * HeadObject, then what has a permission of its own, side by side.
   * @throws {AppFailure} `s3.no-such-object`, `s3.delete-marker`, `s3.access-denied`, `s3.*`
   */
  async details(
    { at, key, versionId }: { at: BucketAddress; key: string; versionId?: string | undefined },
    signal: AbortSignal,
  ): Promise<ObjectDetails> {
    const address = { bucket: this.#calls.resolve(at), key, versionId };
    const head = await headObject(this.#calls, address, signal);
    const [tags, checksums, owner, lock, legalHold] = await Promise.all([
      this.#parts.tags(address, signal),
      this.#parts.checksums(address, head, signal),
      this.#parts.owner(address, signal),
      this.#parts.lock(address, head, signal),
      this.#parts.legalHold(address, head, signal),
    ]);
    const etag = head.ETag?.replaceAll('"', '');
    const uploadedIn = /-(\d+)$/.exec(etag ?? '')?.[1];
    const encrypted = encryption(head);
    const restore = restoreState(head);
    const expires = expiration(head.Expiration);
    return {
      key,
      size: head.ContentLength ?? 0,
      storageClass: head.StorageClass ?? 'STANDARD',
      headers: givenHeaders(head),
      metadata: metadata(head),
      checksums,
      tags,
      owner,
      lock,
      legalHold,
      ...(head.LastModified === undefined ? {} : { modified: head.LastModified.getTime() }),
      ...(etag === undefined ? {} : { etag }),
      ...(head.VersionId === undefined ? {} : { versionId: head.VersionId }),
      ...(head.ContentType === undefined ? {} : { contentType: head.ContentType }),
      ...(head.ReplicationStatus === undefined ? {} : { replication: head.ReplicationStatus }),
      ...(encrypted === undefined ? {} : { encryption: encrypted }),
      ...(restore === undefined ? {} : { restore }),
      ...(expires === undefined ? {} : { expiration: expires }),
      ...(uploadedIn === undefined ? {} : { uploadedParts: Number(uploadedIn) }),
    };
  }
}

function encryption(head: HeadObjectCommandOutput): ObjectEncryption | undefined {
  const { ServerSideEncryption: algorithm, SSEKMSKeyId: keyId, BucketKeyEnabled: bucketKey } = head;
  if (algorithm === undefined) return undefined;
  return {
    algorithm,
    ...(keyId === undefined ? {} : { keyId }),
    ...(bucketKey === undefined ? {} : { bucketKey }),
  };
}
