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
  /** Where in the last block the last piece begins. */
  #lastFrom = 0;

  /**
   * Copies a piece to the end.
   * @returns Its position
   * @throws {RangeError} where memory, or the 4 GB that positions reach, are used up
   */
  append(bytes: Uint8Array, from: number, to: number): number {
    this.#makeRoom(to - from, 0);
    this.#lastFrom = this.#used;
    return this.#write(bytes, from, to);
  }

  /**
   * Makes the last piece longer; where its block has no room for that, it moves to the next one.
   * @returns Its position, maybe a new one
   * @throws as {@link append}
   */
  extend(bytes: Uint8Array, from: number, to: number): number {
    this.#makeRoom(to - from, this.#used - this.#lastFrom);
    return this.#write(bytes, from, to);
  }

  blockAt(position: number): Uint8Array {
    const block = this.#blocks[position >>> SHIFT];
    if (block === undefined) throw new RangeError('There is no such block.');
    return block;
  }

  /** Frees all; there is nothing left afterwards. */
  release(): void {
    this.#blocks.forEach(release);
    this.#blocks.length = this.#used = this.#lastFrom = 0;
  }

  /** Writes behind the last piece. @returns Where that begins */
  #write(bytes: Uint8Array, from: number, to: number): number {
    const last = this.#blocks.length - 1;
    const block = this.#blocks[last];
    const offset = this.#used - from;
    if (block !== undefined) for (let i = from; i < to; i++) block[offset + i] = bytes[i] ?? 0;
    this.#used += to - from;
    return ((last << SHIFT) | this.#lastFrom) >>> 0;
  }

  /** @param taken Bytes of the last piece, which are to come along */
  #makeRoom(length: number, taken: number): void {
    const last = this.#blocks.at(-1);
    if (last !== undefined && this.#used + length <= last.length) return;
    // Small listings are many: the first block begins small, and is never copied once it is of full size.
    const isFirst = this.#blocks.length <= 1 && this.#used + length <= BLOCK_BYTES;
    if (isFirst) {
      const wanted = Math.max(FIRST_BYTES, (last?.length ?? 0) * 2, this.#used + length);
      const larger = new Uint8Array(Math.min(BLOCK_BYTES, wanted));
      if (last !== undefined) larger.set(last);
      this.#blocks[0] = larger;
      release(last);
      return;
    }
    if (this.#blocks.length === MOST_BLOCKS || taken + length > BLOCK_BYTES) {
      throw new RangeError('Too many names.');
    }
    const block = new Uint8Array(BLOCK_BYTES);
    if (last !== undefined) block.set(last.subarray(this.#used - taken, this.#used));
    this.#blocks.push(block);
    this.#lastFrom = 0;
    this.#used = taken;
  }
}

/** Where in its block a piece begins. */
export function offsetOf(position: number): number {
  return position & OFFSET_MASK;
}
