import type { BucketAddress } from '../../../../shared/bucket-address.ts';
import { failure } from '../../app-failure.ts';
import type { BucketCalls } from '../bucket-calls.ts';
import { compareKeys, decodeKey } from './encoded-keys.ts';

const MOST = 20;

/** Says what a half-typed key may become. */
export class LocationCompletion {
  readonly #calls: BucketCalls;

  constructor(calls: BucketCalls) {
    this.#calls = calls;
  }

  /**
   * Folders (they end in `/`) and objects one level below what is typed, in S3's order; at most twenty.
   * @throws {AppFailure} `s3.*`
   */
  async complete(
    { at, text }: { at: BucketAddress; text: string },
    signal: AbortSignal,
  ): Promise<{ keys: readonly string[] }> {
    const { ListObjectsV2Command } = await import('@aws-sdk/client-s3');
    const bucket = this.#calls.resolve(at);
    const answer = await this.#calls.send(
      bucket,
      { action: 's3:ListBucket' },
      (client, params) => {
        const command = new ListObjectsV2Command({
          ...params,
          Prefix: text,
          Delimiter: '/',
          MaxKeys: MOST,
          EncodingType: 'url',
        });
        return client.send(command, { abortSignal: signal });
      },
      signal,
    );
    if (answer.IsTruncated === undefined) {
      throw failure('network.garbled', { host: this.#calls.host(bucket) });
    }
    const decode = (key: string | undefined) => decodeKey(key, answer.EncodingType);
    const keys = [
      ...(answer.CommonPrefixes ?? []).map(({ Prefix }) => decode(Prefix)),
      ...(answer.Contents ?? []).map(({ Key }) => decode(Key)),
    ];
    // What is typed already is no completion: a folder's own marker.
    return {
      keys: keys
        .filter((key) => key !== text || !key.endsWith('/'))
        .sort(compareKeys)
        .slice(0, MOST),
    };
  }
}
