import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { BucketAddress } from '../../../../../shared/bucket-address.ts';
import { failure } from '../../../app-failure.ts';
import type { StreamedAnswer } from '../../../support/streamed-answer.ts';
import type { BucketCalls } from '../../bucket-calls.ts';
import { readAction } from '../object-head.ts';
import { type ByteRange, byteRange } from './byte-range.ts';
import { mediaKind } from './media-types.ts';
import { readingFailure } from './object-reader.ts';

/** What is open at once; the least recently used one is closed for a new one. */
const MOST = 32;

/** Nothing in a preview may run, load or be taken for another type, whatever the object says that it is. */
const HEADERS = {
  'accept-ranges': 'bytes',
  'cache-control': 'no-store',
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

interface Source {
  readonly at: BucketAddress;
  readonly key: string;
  readonly versionId: string | undefined;
  readonly mediaType: string;
  readonly size: number;
  readonly etag: string | undefined;
}

/**
 * What pages may load of objects, each under a name of 128 random bits that nobody can guess. The bytes come through
 * the host, never from a presigned URL: that would show the session's token to the page.
 */
export class PreviewSources {
  readonly #calls: BucketCalls;
  /** By token, used last at the end. */
  readonly #open = new Map<string, Source>();

  constructor(calls: BucketCalls) {
    this.#calls = calls;
  }

  /**
   * Allows an object to be loaded.
   * @param mediaType one of those that a page can show (see `media-types.ts`)
   * @returns `preview/TOKEN/NAME`, relative to the page
   */
  open(
    at: BucketAddress,
    key: string,
    versionId: string | undefined,
    mediaType: string,
    size: number,
    etag: string | undefined,
  ): string {
    if (mediaKind(mediaType) === undefined) throw failure('internal', {});
    const token = randomBytes(16).toString('hex');
    this.#open.set(token, { at, key, versionId, mediaType, size, etag });
    const oldest = this.#open.keys().next().value;
    if (this.#open.size > MOST && oldest !== undefined) this.#open.delete(oldest);
    return `preview/${token}/${encodeURIComponent(fileName(key))}`;
  }

  /** @param source as `open` gave it */
  close(source: string): void {
    const token = tokenIn(source);
    if (token !== undefined) this.#open.delete(token);
  }

  /**
   * Answers a page that loads a source: all of it, or one range. Ends when the stream is cancelled.
   * @param path `preview/TOKEN/NAME`, with or without a slash in front
   * @param range the request's `Range` header
   * @returns undefined where it isn't open: a 404
   */
  async respond(path: string, range?: string): Promise<StreamedAnswer | undefined> {
    const token = tokenIn(path);
    const source = token === undefined ? undefined : this.#open.get(token);
    if (token === undefined || source === undefined) return undefined;
    this.#open.delete(token);
    this.#open.set(token, source);
    const { size, mediaType } = source;
    const wanted = byteRange(range, size);
    if (wanted === 'unsatisfiable') {
      const headers = { ...HEADERS, 'content-range': `bytes */${size}`, 'content-length': '0' };
      return { status: 416, headers, body: new Uint8Array() };
    }
    const part = wanted ?? { start: 0, end: size - 1 };
    const length = part.end - part.start + 1;
    const headers = { ...HEADERS, 'content-type': mediaType, 'content-length': String(length) };
    if (length === 0) return { status: 200, headers, body: new Uint8Array() };
    const body = await this.#stream(source, part);
    if (wanted === undefined) return { status: 200, headers, body };
    const contentRange = `bytes ${part.start}-${part.end}/${size}`;
    return { status: 206, headers: { ...headers, 'content-range': contentRange }, body };
  }

  /** @throws {AppFailure} `preview.unreadable` (`changed`), `s3.*` */
  async #stream({ at, key, versionId, etag }: Source, part: ByteRange): Promise<ReadableStream<Uint8Array>> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    // Aborted by cancelling the stream, which destroys the connection.
    const signal = new AbortController().signal;
    const bucket = this.#calls.resolve(at);
    const sent = this.#calls.send(
      bucket,
      { action: readAction({ versionId }), key },
      (client, params) =>
        client.send(
          new GetObjectCommand({
            ...params,
            Key: key,
            VersionId: versionId,
            Range: `bytes=${part.start}-${part.end}`,
            ...(etag === undefined ? {} : { IfMatch: etag }),
          }),
        ),
      signal,
    );
    const { Body, ContentLength } = await sent.catch((thrown: unknown) => {
      throw readingFailure(thrown, key);
    });
    if (!(Body instanceof Readable)) throw failure('internal', {});
    if (ContentLength !== part.end - part.start + 1) {
      Body.destroy();
      throw failure('network.garbled', { host: this.#calls.host(bucket) });
    }
    return Readable.toWeb(Body) as ReadableStream<Uint8Array>;
  }
}

/** The last part of a key; never one that an address would take for a way up. */
function fileName(key: string): string {
  const name = key.split('/').findLast((part) => part !== '') ?? '';
  return /^\.*$/.test(name) ? 'object' : name.toWellFormed();
}

function tokenIn(path: string): string | undefined {
  return /^\/?preview\/([0-9a-f]{32})\/[^/]*$/.exec(path.replace(/[?#].*$/, ''))?.[1];
}
