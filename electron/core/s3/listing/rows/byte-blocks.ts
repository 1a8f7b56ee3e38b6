import { release } from './release.ts';

const SHIFT = 22;
const BLOCK_BYTES = 1 << SHIFT;
const OFFSET_MASK = BLOCK_BYTES - 1;
const MOST_BLOCKS = 1 << (32 - SHIFT);
const FIRST_BYTES = 1 << 16;

/** Pieces of bytes in blocks of 4 MB; a piece is found by a position of 32 bits and never crosses a block's end. */
export class ByteBlocks {
  readonly #blocks: Uint8Array[] = [];
  #used = 0;

  /**
   * Copies a piece to the end.
   * @returns Its position
   * @throws {RangeError} where memory, or the 4 GB that positions reach, are used up
   */
  append(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    const block = this.#blockFor(length);
    const offset = this.#used;
    for (let i = 0; i < length; i++) block[offset + i] = bytes[from + i] ?? 0;
    this.#used += length;
    return (((this.#blocks.length - 1) << SHIFT) | offset) >>> 0;
  }

  blockAt(position: number): Uint8Array {
    const block = this.#blocks[position >>> SHIFT];
    if (block === undefined) throw new RangeError('There is no such block.');
    return block;
  }

  /** Frees all; there is nothing left afterwards. */
  release(): void {
    this.#blocks.forEach(release);
    this.#blocks.length = this.#used = 0;
  }

  #blockFor(length: number): Uint8Array {
    const last = this.#blocks.at(-1);
    if (last !== undefined && this.#used + length <= last.length) return last;
    // Small listings are many: the first block begins small, and is never copied once it is of full size.
    const isFirst = this.#blocks.length <= 1 && this.#used + length <= BLOCK_BYTES;
    if (!isFirst && this.#blocks.length === MOST_BLOCKS) throw new RangeError('Too many names.');
    const wanted = Math.max(FIRST_BYTES, (last?.length ?? 0) * 2, this.#used + length);
    const block = new Uint8Array(isFirst ? Math.min(BLOCK_BYTES, wanted) : BLOCK_BYTES);
    if (isFirst) {
      if (last !== undefined) block.set(last);
      this.#blocks[0] = block;
    } else {
      this.#blocks.push(block);
      this.#used = 0;
    }
    return block;
  }
}

/** Where in its block a piece begins. */
export function offsetOf(position: number): number {
  return position & OFFSET_MASK;
}
