import { createHash } from 'node:crypto';

/** The bytes of an object, read by range, so that a huge one need not exist anywhere. */
export interface Content {
  readonly size: number;
  /** Bytes `start` up to but not including `end`, which must lie within the content. */
  read(start: number, end: number): Buffer;
}

/** How much is read at once when a whole content is walked, in bytes. */
const STEP = 256 * 1024;

/** Walks a stretch of a content in pieces. */
export function* pieces(content: Content, start = 0, end = content.size): Generator<Buffer> {
  for (let at = start; at < end; at += STEP) yield content.read(at, Math.min(at + STEP, end));
}

/** Content held in memory. */
export function storedContent(bytes: Buffer): Content {
  return { size: bytes.length, read: (start, end) => bytes.subarray(start, end) };
}

/** Several contents end to end, without copying them: what completing a multipart upload makes. */
export function joinedContent(parts: readonly Content[]): Content {
  const size = parts.reduce((total, part) => total + part.size, 0);
  return {
    size,
    read(start, end) {
      const found: Buffer[] = [];
      let partStart = 0;
      for (const part of parts) {
        const from = Math.max(start - partStart, 0);
        const to = Math.min(end - partStart, part.size);
        if (from < to) found.push(part.read(from, to));
        partStart += part.size;
      }
      return found.length === 1 && found[0] !== undefined ? found[0] : Buffer.concat(found);
    },
  };
}

const BLOCK = 64 * 1024;

/** One block of printable filler, the same in every run. */
const FILLER = Buffer.concat(
  Array.from({ length: BLOCK / 64 }, (_, i) =>
    Buffer.from(createHash('sha256').update(`filler ${i}`).digest('hex')),
  ),
);

/**
 * Content made up as it is read: each 64 KiB block begins with eight hex digits of the seed and eight of the
 * block's number, then filler. Two objects, or two places in one, can thus never be taken for each other.
 */
export function generatedContent(size: number, seed: string): Content {
  const mark = createHash('sha256').update(seed).digest('hex').slice(0, 8);
  return {
    size,
    read(start, end) {
      const bytes = Buffer.alloc(end - start);
      for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block++) {
        const blockStart = block * BLOCK;
        const from = Math.max(start, blockStart);
        const to = Math.min(end, blockStart + BLOCK);
        FILLER.copy(bytes, from - start, from - blockStart, to - blockStart);
        const header = Buffer.from(mark + block.toString(16).padStart(8, '0'));
        if (from - blockStart < header.length) {
          header.copy(bytes, from - start, from - blockStart, Math.min(header.length, to - blockStart));
        }
      }
      return bytes;
    },
  };
}
