import type { BucketAddress } from '../../../../shared/bucket-address.ts';
import { AppFailure, failure } from '../../app-failure.ts';
import { isPassing } from '../../support/network-failure.ts';
import type { BucketCalls } from '../bucket-calls.ts';
import { s3ErrorCode } from '../objects/ask-part.ts';

/** Deletes buckets that are empty. */
export class BucketRemoval {
  readonly #calls: BucketCalls;

  constructor(calls: BucketCalls) {
    this.#calls = calls;
  }

  /**
   * @param params.typed the name as the person typed it
   * @throws {AppFailure} `s3.name-not-typed`, `s3.bucket-not-empty`, `s3.no-such-bucket`, `s3.*`
   */
  async delete(
    { at, typed }: { at: BucketAddress; typed: string },
    signal: AbortSignal,
  ): Promise<Record<string, never>> {
    const { bucket } = at;
    if (typed !== bucket) throw failure('s3.name-not-typed', { bucket });
    const { DeleteBucketCommand } = await import('@aws-sdk/client-s3');
    const address = this.#calls.resolve(at);
    let lost = false;
    try {
      await this.#calls.send(
        address,
        { action: 's3:DeleteBucket' },
        async (client, params) => {
          try {
            return await client.send(new DeleteBucketCommand(params), { abortSignal: signal });
          } catch (thrown) {
            lost ||= isPassing(thrown);
            throw thrown;
          }
        },
        signal,
      );
    } catch (thrown) {
      if (s3ErrorCode(thrown) === 'BucketNotEmpty') {
        throw failure('s3.bucket-not-empty', { bucket }, undefined, thrown);
      }
      const gone = thrown instanceof AppFailure && thrown.error.code === 's3.no-such-bucket';
      // Deleted by the attempt before, whose answer was lost on its way.
      if (!gone || !lost) throw thrown;
    }
    this.#calls.forgetRegion(address);
    return {};
  }
}
