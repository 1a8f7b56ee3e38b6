import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';

export type Packing = 'gzip' | 'zstd' | 'brotli';

export interface Unpacked {
  readonly bytes: Uint8Array;
  /** The packed bytes held no more than this. */
  readonly whole: boolean;
}

/** How it is packed, by its first bytes; brotli has none of its own and is told by name or header. */
export function packingOf(bytes: Uint8Array, name: string, contentEncoding = ''): Packing | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  if (bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd) return 'zstd';
  if (/\.br$/i.test(name) || /\bbr\b/.test(contentEncoding)) return 'brotli';
  return undefined;
}

/** A name without the ending that says how it is packed. */
export function unpackedName(name: string): string {
  return name.replace(/\.(gz|gzip|zst|zstd|br)$/i, '').replace(/\.tgz$/i, '.tar');
}

/**
 * Unpacks the first bytes of something packed, and stops at `most` bytes, however much more it would become.
 * @param whole whether these are all of the packed bytes; if not, that they end too early is no fault
 * @returns undefined where it isn't packed so, is damaged from the start on, or this Node can't (zstd before 22.15)
 */
export async function unpack(
  bytes: Uint8Array,
  packing: Packing,
  most: number,
  whole: boolean,
): Promise<Unpacked | undefined> {
  const unpacker = makeUnpacker(packing);
  if (unpacker === undefined) return undefined;
  const pieces: Uint8Array[] = [];
  let length = 0;
  let failed = false;
  let isOver = false;
  unpacker.end(bytes);
  try {
    for await (const piece of unpacker as AsyncIterable<Uint8Array>) {
      pieces.push(piece);
      length += piece.length;
      isOver = length > most;
      if (isOver) break;
    }
  } catch {
    failed = true;
  }
  unpacker.destroy();
  if (length === 0 && (failed || !whole)) return undefined;
  const joined = Buffer.concat(pieces);
  return { bytes: joined.subarray(0, most), whole: whole && !failed && !isOver };
}

function makeUnpacker(packing: Packing): Transform | undefined {
  switch (packing) {
    case 'gzip':
      // Flushing at the end hands out what an input that was cut off has given so far.
      return zlib.createGunzip({ finishFlush: zlib.constants.Z_SYNC_FLUSH });
    case 'brotli':
      return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
    case 'zstd': {
      const { createZstdDecompress } = zlib as Partial<typeof zlib>;
      return createZstdDecompress?.({ finishFlush: zlib.constants.ZSTD_e_flush });
    }
  }
}
