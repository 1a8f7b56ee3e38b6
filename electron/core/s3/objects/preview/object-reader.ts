import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { AppFailure, failure } from '../../../app-failure.ts';
import type { BucketCalls } from '../../bucket-calls.ts';
import { s3ErrorCode } from '../ask-part.ts';
import { headObject, type ObjectAddress, readAction } from '../object-head.ts';

/** Reads parts of one object as it was when it was opened; a change in between is noticed. */
export class ObjectReader {
  readonly #calls: BucketCalls;
  readonly address: ObjectAddress;
  readonly head: HeadObjectCommandOutput;
  /** Bytes read so far. */
  read = 0;

  private constructor(calls: BucketCalls, address: ObjectAddress, head: HeadObjectCommandOutput) {
    this.#calls = calls;
    this.address = address;
    this.head = head;
  }

  /** @throws {AppFailure} `s3.no-such-object`, `s3.delete-marker`, `s3.access-denied`, `s3.*` */
  static async open(calls: BucketCalls, address: ObjectAddress, signal: AbortSignal): Promise<ObjectReader> {
    return new ObjectReader(calls, address, await headObject(calls, address, signal));
  }

  /** Bytes. */
  get size(): number {
    return this.head.ContentLength ?? 0;
  }

  /**
   * The bytes from `start` to before `end`, as many of them as there are.
   * @throws {AppFailure} `preview.unreadable` (`changed`) where it is another object by now; `s3.archived`, `s3.*`
   */
  async range(start: number, end: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const { key, versionId, bucket } = this.address;
    const last = Math.min(end, this.size) - 1;
    if (start > last) return new Uint8Array();
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const { ETag } = this.head;
    try {
      const bytes = await this.#calls.send(
        bucket,
        { action: readAction({ versionId }), key },
        async (client, params) => {
          const command = new GetObjectCommand({
            ...params,
            Key: key,
            VersionId: versionId,
            Range: `bytes=${start}-${last}`,
            ...(ETag === undefined ? {} : { IfMatch: ETag }),
          });
          const { Body, ContentLength = last - start + 1 } = await client.send(command, {
            abortSignal: signal,
          });
          // A server that ignores ranges may send more than there is memory for.
          if (ContentLength !== last - start + 1) {
            if (Body instanceof Readable) Body.destroy();
            return undefined;
          }
          // Read inside the call, so that a connection lost half-way counts as one that may be tried again.
          return Body === undefined ? undefined : new Uint8Array(await Body.transformToByteArray());
        },
        signal,
      );
      if (bytes?.length !== last - start + 1) {
        throw failure('network.garbled', { host: this.#calls.host(bucket) });
      }
      this.read += bytes.length;
      return bytes;
    } catch (thrown) {
      throw readingFailure(thrown, key, this.head.StorageClass);
    }
  }
}

/** Explains what only reading a body can meet. */
export function readingFailure(thrown: unknown, key: string, storageClass = ''): unknown {
  const code = s3ErrorCode(thrown);
  if (code === 'PreconditionFailed' || code === 'InvalidRange') {
    return failure('preview.unreadable', { key, reason: 'changed' }, code, thrown);
  }
  if (code === 'InvalidObjectState') return failure('s3.archived', { key, storageClass }, code, thrown);
  return thrown instanceof AppFailure || thrown instanceof Error ? thrown : new Error(String(thrown));
}
