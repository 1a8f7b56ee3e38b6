import type { BucketAddress } from '../../../../../shared/bucket-address.ts';
import type { Preview, PreviewContent } from '../../../../../shared/preview.ts';
import { AppFailure, failure } from '../../../app-failure.ts';
import type { BucketCalls } from '../../bucket-calls.ts';
import { restoreState } from '../object-headers.ts';
import type { Beginning } from './look-inside.ts';
import { detectedType, looksLikeMedia, type MediaKind, mediaKind } from './media-types.ts';
import { ObjectReader } from './object-reader.ts';
import { PARQUET_LIMIT, parquetPage } from './parquet-table.ts';
import type { PreviewSources } from './preview-sources.ts';
import { type Packing, packingOf, unpack, unpackedName } from './unpack.ts';

/** Bytes of text read, and of what is packed unpacked. */
export const TEXT_BYTES = 256 * 1024;
/** Enough to know a picture, a film or a Parquet file by. */
const MAGIC_BYTES = 8 * 1024;
/** Bytes in one page of a hexadecimal view. */
export const HEX_PAGE = 4 * 1024;
/** Bytes beyond which a page would be slow to show these, or run out of memory. Sound and film are streamed. */
const LIMITS: Partial<Record<MediaKind, number>> = { image: 25 * 1024 * 1024, pdf: 50 * 1024 * 1024 };

export interface PreviewRequest {
  readonly at: BucketAddress;
  readonly key: string;
  readonly versionId?: string | undefined;
  readonly as?: 'text' | 'hex' | undefined;
  /** Bytes in a hexadecimal view, rows in a Parquet file. */
  readonly offset?: number | undefined;
}

/** Looks into objects, reading no more of them than is shown. */
export class Previews {
  readonly #calls: BucketCalls;
  readonly #sources: PreviewSources;

  constructor(calls: BucketCalls, sources: PreviewSources) {
    this.#calls = calls;
    this.#sources = sources;
  }

  /**
   * What an object is, is told by its bytes first, then by its name and content type.
   * @throws {AppFailure} `s3.no-such-object`, `s3.delete-marker`, `s3.access-denied`, `preview.unreadable`, `s3.*`
   */
  async open(request: PreviewRequest, signal: AbortSignal): Promise<Preview> {
    const { at, key, versionId } = request;
    const reader = await ObjectReader.open(
      this.#calls,
      { bucket: this.#calls.resolve(at), key, versionId },
      signal,
    );
    try {
      return await this.#look(request, reader, signal);
    } catch (thrown) {
      if (!(thrown instanceof AppFailure) || thrown.error.code !== 's3.archived') throw thrown;
      return preview(reader, { kind: 'archived', storageClass: reader.head.StorageClass ?? '' }, true);
    }
  }

  /** Ends what {@link open} allowed to be loaded. */
  async close({ source }: { source: string }): Promise<Record<string, never>> {
    this.#sources.close(source);
    return {};
  }

  async #look(request: PreviewRequest, reader: ObjectReader, signal: AbortSignal): Promise<Preview> {
    const { at, key, versionId, as, offset = 0 } = request;
    const { ContentType: contentType = '', ContentEncoding, StorageClass = '', ETag } = reader.head;
    const restore = restoreState(reader.head)?.state;
    if (restore === 'archived' || restore === 'restoring') {
      return preview(reader, { kind: 'archived', storageClass: StorageClass }, true);
    }
    if (reader.size === 0) return preview(reader, { kind: 'empty' }, false);
    if (as === 'hex') return hexPage(reader, offset, signal);

    const isMedia = as === undefined && looksLikeMedia(key, contentType);
    let bytes = await reader.range(0, isMedia ? MAGIC_BYTES : TEXT_BYTES, signal);
    const type = as === 'text' ? undefined : await detectedType(bytes, key, contentType);
    const kind = type === undefined ? undefined : mediaKind(type);
    if (kind !== undefined && type !== undefined) {
      const limit = LIMITS[kind];
      if (limit !== undefined && reader.size > limit) {
        return preview(reader, { kind: 'too-large', what: kind as 'image' | 'pdf', limit }, true);
      }
      const source = this.#sources.open(at, key, versionId, type, reader.size, ETag);
      return preview(reader, { kind, source, mediaType: type }, false);
    }
    if (as === undefined && isParquet(bytes)) return parquet(reader, offset, signal);
    if (bytes.length < Math.min(TEXT_BYTES, reader.size)) bytes = await reader.range(0, TEXT_BYTES, signal);

    const whole = bytes.length === reader.size;
    const { lookInside, plainText } = await import('./look-inside.ts');
    const packing = packingOf(bytes, key, ContentEncoding);
    const packed: Beginning = { bytes, whole, name: key, contentType };
    const unpacked = packing && (await opened(packed, packing));
    if (as === 'text') {
      const { content, partial } = plainText(unpacked ?? packed);
      return preview(reader, content, partial, unpacked && packing);
    }
    const inside = unpacked && lookInside(unpacked);
    if (inside !== undefined) return preview(reader, inside.content, inside.partial, packing);
    const outside = lookInside(packed);
    if (outside !== undefined) return preview(reader, outside.content, outside.partial);
    return hexPage(reader, offset, signal, bytes);
  }
}

async function opened(packed: Beginning, packing: Packing): Promise<Beginning | undefined> {
  const unpacked = await unpack(packed.bytes, packing, TEXT_BYTES, packed.whole);
  return unpacked && { ...packed, ...unpacked, name: unpackedName(packed.name) };
}

function isParquet(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'PAR1';
}

/** @param start the first bytes, where they have been read already */
async function hexPage(
  reader: ObjectReader,
  offset: number,
  signal: AbortSignal,
  start?: Uint8Array,
): Promise<Preview> {
  const from = Math.floor(Math.min(offset, Math.max(0, reader.size - 1)) / 16) * 16;
  const to = from + HEX_PAGE;
  const isRead = start !== undefined && Math.min(to, reader.size) <= start.length;
  const bytes = isRead ? start.subarray(from, to) : await reader.range(from, to, signal);
  const content = { kind: 'hex', bytes: Buffer.from(bytes).toString('base64'), offset: from } as const;
  return preview(reader, content, bytes.length < reader.size);
}

async function parquet(reader: ObjectReader, offset: number, signal: AbortSignal): Promise<Preview> {
  const file = {
    size: reader.size,
    range: (start: number, end: number) => reader.range(start, end, signal),
  };
  try {
    const page = await parquetPage(file, offset);
    if (page === 'too-large') {
      return preview(reader, { kind: 'too-large', what: 'parquet', limit: PARQUET_LIMIT }, true);
    }
    return preview(reader, { kind: 'table', from: 'parquet', table: page.table }, page.partial);
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof AppFailure) throw thrown;
    const reason = (thrown as Error).message.slice(0, 200);
    throw failure('preview.unreadable', { key: reader.address.key, reason }, undefined, thrown);
  }
}

function preview(
  reader: ObjectReader,
  content: PreviewContent,
  partial: boolean,
  unpacked?: Packing,
): Preview {
  const { size, read } = reader;
  return { ...content, size, read, partial, ...(unpacked === undefined ? {} : { unpacked }) };
}
