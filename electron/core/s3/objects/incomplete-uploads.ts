import type { BucketAddress } from '../../../../shared/bucket-address.ts';
import type {
  IncompleteUpload,
  IncompleteUploadPage,
  UploadedParts,
} from '../../../../shared/multipart-upload.ts';
import { failure } from '../../app-failure.ts';
import type { BucketCalls, RoleBucket } from '../bucket-calls.ts';
import { s3ErrorCode } from './ask-part.ts';
import { decodeKey } from './encoded-keys.ts';
import { openMark, type PageMark, sealMark } from './page-mark.ts';

interface AddressedUpload {
  readonly at: BucketAddress;
  readonly key: string;
  readonly uploadId: string;
}

/** Uploads in parts that were begun and neither completed nor aborted. */
export class IncompleteUploads {
  readonly #calls: BucketCalls;

  constructor(calls: BucketCalls) {
    this.#calls = calls;
  }

  /** @throws {AppFailure} `s3.*`, `bridge.bad-request` for a `next` that isn't ours */
  async page(
    { at, prefix, next }: { at: BucketAddress; prefix: string; next?: string | undefined },
    signal: AbortSignal,
  ): Promise<IncompleteUploadPage> {
    const after = next === undefined ? undefined : openMark(next, 'uploads.page');
    const page = await this.list(this.#calls.resolve(at), prefix, after, signal);
    return { uploads: page.uploads, ...(page.next === undefined ? {} : { next: sealMark(page.next) }) };
  }

  /** One page of ListMultipartUploads. @throws {AppFailure} `s3.*`, `network.garbled` */
  async list(
    bucket: RoleBucket,
    prefix: string,
    after: PageMark | undefined,
    signal: AbortSignal,
  ): Promise<{ uploads: IncompleteUpload[]; next?: PageMark }> {
    const { ListMultipartUploadsCommand } = await import('@aws-sdk/client-s3');
    const answer = await this.#calls.send(
      bucket,
      { action: 's3:ListBucketMultipartUploads' },
      (client, params) => {
        const command = new ListMultipartUploadsCommand({
          ...params,
          Prefix: prefix,
          KeyMarker: after?.key,
          UploadIdMarker: after?.id,
          EncodingType: 'url',
        });
        return client.send(command, { abortSignal: signal });
      },
      signal,
    );
    const { EncodingType: encoding, IsTruncated, NextKeyMarker, NextUploadIdMarker } = answer;
    if (IsTruncated === undefined) throw failure('network.garbled', { host: this.#calls.host(bucket) });
    const uploads = (answer.Uploads ?? []).map((upload): IncompleteUpload => {
      const initiator = upload.Initiator?.DisplayName ?? upload.Initiator?.ID;
      return {
        key: decodeKey(upload.Key, encoding),
        uploadId: upload.UploadId ?? '',
        initiated: upload.Initiated?.getTime() ?? 0,
        storageClass: upload.StorageClass ?? 'STANDARD',
        ...(initiator ? { initiator } : {}),
      };
    });
    if (!IsTruncated) return { uploads };
    // Without where it goes on, this would pass for the end.
    if (NextKeyMarker === undefined) throw brokenList(bucket.bucket, 'endless');
    const next = { key: decodeKey(NextKeyMarker, encoding), id: NextUploadIdMarker || undefined };
    return { uploads, next };
  }

  /** How many parts an upload has, and their bytes. @throws {AppFailure} `s3.*` */
  async parts({ at, key, uploadId }: AddressedUpload, signal: AbortSignal): Promise<UploadedParts> {
    const { ListPartsCommand } = await import('@aws-sdk/client-s3');
    const bucket = this.#calls.resolve(at);
    let parts = 0;
    let bytes = 0;
    let marker: string | undefined;
    do {
      const answer = await this.#calls.send(
        bucket,
        { action: 's3:ListMultipartUploadParts', key },
        (client, params) => {
          const command = new ListPartsCommand({
            ...params,
            Key: key,
            UploadId: uploadId,
            PartNumberMarker: marker,
          });
          return client.send(command, { abortSignal: signal });
        },
        signal,
      );
      if (answer.IsTruncated === undefined) {
        throw failure('network.garbled', { host: this.#calls.host(bucket) });
      }
      parts += answer.Parts?.length ?? 0;
      for (const { Size = 0 } of answer.Parts ?? []) bytes += Size;
      const last = marker;
      marker = answer.IsTruncated ? answer.NextPartNumberMarker : undefined;
      if (marker !== undefined && marker === last) throw brokenList(at.bucket);
    } while (marker !== undefined);
    return { parts, bytes };
  }

  /** Aborts one; one that is gone already counts as aborted. @throws {AppFailure} `s3.*` */
  async abort({ at, key, uploadId }: AddressedUpload, signal: AbortSignal): Promise<Record<string, never>> {
    await this.abortIn(this.#calls.resolve(at), key, uploadId, signal);
    return {};
  }

  async abortIn(bucket: RoleBucket, key: string, uploadId: string, signal: AbortSignal): Promise<void> {
    const { AbortMultipartUploadCommand } = await import('@aws-sdk/client-s3');
    try {
      await this.#calls.send(
        bucket,
        { action: 's3:AbortMultipartUpload', key },
        (client, params) => {
          const command = new AbortMultipartUploadCommand({ ...params, Key: key, UploadId: uploadId });
          return client.send(command, { abortSignal: signal });
        },
        signal,
      );
    } catch (thrown) {
      if (s3ErrorCode(thrown) !== 'NoSuchUpload') throw thrown;
    }
  }
}

function brokenList(bucket: string, reason: 'repeats' | 'endless' = 'repeats') {
  return failure('s3.listing-broken', { bucket, reason });
}
