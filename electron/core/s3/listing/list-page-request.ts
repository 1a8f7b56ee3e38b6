import type { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import { failure } from '../../app-failure.ts';
import type { BucketCalls, BucketParams, RoleBucket } from '../bucket-calls.ts';
import { readBody } from './page-body.ts';
import type { PageBuffers } from './page-buffers.ts';

/** Where a page begins: at the prefix, after a place, or where the page before it ended. */
export interface PageStart {
  readonly startAfter?: string | undefined;
  readonly token?: string | undefined;
  /** A thousand where absent. */
  readonly maxKeys?: number;
  /** One level of this folder instead of what the listing is about. */
  readonly inside?: string;
}

/** What a listing asks S3. */
export interface PageSource {
  /** One page as it came: XML. */
  page(start: PageStart, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}

export interface PageQuery {
  readonly at: RoleBucket;
  readonly prefix: string;
  /** `/` for a folder, empty for everything below the prefix. */
  readonly delimiter: string;
}

const NEED = { action: 's3:ListBucket' };

/** The SDK's deserialiser is slow for a thousand keys; it gets this instead of the page. */
const EMPTY_PAGE = new TextEncoder().encode('<ListBucketResult/>');

/** Sends ListObjectsV2 with everything that the SDK does for it, except reading the answer. */
export class ListPageRequest implements PageSource {
  readonly #calls: BucketCalls;
  readonly #query: PageQuery;
  readonly #onCall: () => void;
  readonly #buffers: PageBuffers | undefined;

  /**
   * @param onCall called for each request sent
   * @param buffers for the pages
   */
  constructor(calls: BucketCalls, query: PageQuery, onCall: () => void, buffers?: PageBuffers) {
    this.#buffers = buffers;
    this.#calls = calls;
    this.#query = query;
    this.#onCall = onCall;
  }

  /** @throws {AppFailure} `s3.*`, `session.*`, `portal.*`, `network.*`; the signal's reason once it is aborted */
  async page(start: PageStart, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const { at, prefix, delimiter } = this.#query;
    const host = this.#calls.host(at);
    let body: Uint8Array<ArrayBuffer> | undefined;
    const take = (command: ListObjectsV2Command) =>
      command.middlewareStack.add(
        (next) => async (args) => {
          const result = await next(args);
          const response = result.response as HttpAnswer;
          if (response.statusCode < 200 || response.statusCode > 299) return result;
          const options = { host, length: lengthOf(response), buffers: this.#buffers };
          body = await readBody(response.body, options, signal);
          response.body = EMPTY_PAGE.slice() as never;
          return result;
        },
        // Lowest priority is nearest to the handler: before anything of the SDK's has touched the body.
        { step: 'deserialize', priority: 'low', name: 'takePageBody' },
      );
    const { ListObjectsV2Command } = await import('@aws-sdk/client-s3');
    const call = (client: S3Client, params: BucketParams) => {
      this.#onCall();
      const command = new ListObjectsV2Command({
        ...params,
        Prefix: (start.inside ?? prefix) || undefined,
        Delimiter: (start.inside === undefined ? delimiter : '/') || undefined,
        StartAfter: start.startAfter,
        ContinuationToken: start.token,
        MaxKeys: start.maxKeys,
        EncodingType: 'url', // XML has no way to write most control characters
      });
      take(command);
      return client.send(command, { abortSignal: signal });
    };
    await this.#calls.send(at, NEED, call, signal, 'once');
    if (body === undefined) throw failure('network.garbled', { host });
    return body;
  }
}

interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body: Readable;
}

function lengthOf({ headers }: HttpAnswer): number | undefined {
  const length = Number(headers['content-length']);
  return Number.isSafeInteger(length) && length >= 0 ? length : undefined;
}
