import { type SyntheticObject } from './key-shapes.ts';
import { KeyDigest } from './key-digest.ts';
import { renderRow } from './render-row.ts';

/** How keys are written in an answer: as XML text, or as the `url` encoding type asks. */
export type KeyEncoding = 'plain' | 'url';

/** A run of rows of one page, from the first to the one before `end`. */
export interface Run {
  readonly from: number;
  readonly end: number;
}

interface RenderedRows {
  readonly bytes: Buffer;
  readonly offsets: Uint32Array;
}

/**
 * A bucket's keys in the order of their bytes, with every row of an answer rendered before it is asked for: a page of
 * neighbours is one slice of memory.
 */
export class KeySpace {
  readonly count: number;
  readonly digest: { readonly count: number; readonly sum: string };
  readonly #keys: Buffer;
  readonly #offsets: Uint32Array;
  readonly #rows: RenderedRows;
  readonly #urlRows: RenderedRows;
  /** Where the next delimiter is, at or after some place; see {@link nextByte}. */
  #found = { byte: -1, from: 0, at: 0 };

  constructor(objects: Iterable<SyntheticObject>) {
    const sorted = [...objects].map((object) => ({ object, bytes: Buffer.from(object.key) }));
    sorted.sort((a, b) => a.bytes.compare(b.bytes));
    this.count = sorted.length;
    const digest = new KeyDigest();
    this.#offsets = new Uint32Array(this.count + 1);
    for (const [index, { bytes }] of sorted.entries()) {
      this.#offsets[index + 1] = (this.#offsets[index] ?? 0) + bytes.length;
      digest.addBytes(bytes, 0, bytes.length);
    }
    this.digest = { count: digest.count, sum: digest.sum };
    this.#keys = Buffer.concat(sorted.map(({ bytes }) => bytes));
    const all = sorted.map(({ object }) => object);
    this.#rows = render(all, 'plain');
    const same = all.every(({ key }) => /^[\w./-]*$/.test(key));
    this.#urlRows = same ? this.#rows : render(all, 'url');
  }

  key(index: number): Buffer {
    return this.#keys.subarray(this.#offsets[index], this.#offsets[index + 1]);
  }

  rows({ from, end }: Run, encoding: KeyEncoding): Buffer {
    const { bytes, offsets } = encoding === 'url' ? this.#urlRows : this.#rows;
    return bytes.subarray(offsets[from], offsets[end]);
  }

  /** The index of the first key at or past these bytes. */
  lowerBound(bytes: Buffer): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.#keys.compare(
        bytes,
        0,
        bytes.length,
        this.#offsets[middle],
        this.#offsets[middle + 1],
      );
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The index of the first key past everything that begins with these bytes. */
  pastPrefix(prefix: Buffer): number {
    if (prefix.length === 0) return this.count;
    const next = Buffer.from(prefix);
    // UTF-8 has no byte 0xff, so this can't overflow.
    next[next.length - 1] = (next.at(-1) ?? 0) + 1;
    return this.lowerBound(next);
  }

  /** The part of a key up to and with the first `delimiter` after its first `skip` bytes, if it has one. */
  commonPrefix(index: number, skip: number, delimiter: number): Buffer | undefined {
    const start = this.#offsets[index] ?? 0;
    const at = this.#nextByte(delimiter, start + skip);
    return at < (this.#offsets[index + 1] ?? 0) ? this.#keys.subarray(start, at + 1) : undefined;
  }

  /** Remembers what it found, so that a folder of a million keys without a delimiter isn't searched a thousand times. */
  #nextByte(byte: number, from: number): number {
    const { byte: last, from: lastFrom, at } = this.#found;
    if (byte === last && from >= lastFrom && from <= at) return at;
    const found = this.#keys.indexOf(byte, from);
    this.#found = { byte, from, at: found === -1 ? this.#keys.length : found };
    return this.#found.at;
  }
}

function render(objects: readonly SyntheticObject[], encoding: KeyEncoding): RenderedRows {
  const offsets = new Uint32Array(objects.length + 1);
  let bytes = Buffer.allocUnsafe(1 << 20);
  let written = 0;
  for (const [index, object] of objects.entries()) {
    const row = renderRow(object, encoding);
    if (written + row.length * 3 > bytes.length) {
      const larger = Buffer.allocUnsafe(bytes.length * 2);
      bytes.copy(larger, 0, 0, written);
      bytes = larger;
    }
    written += bytes.write(row, written);
    offsets[index + 1] = written;
  }
  return { bytes, offsets };
}
