import { release } from './release.ts';

const SHIFT = 16;
const BLOCK_ROWS = 1 << SHIFT;
const ROW_MASK = BLOCK_ROWS - 1;
const FIRST_ROWS = 1 << 10;

type Cells = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A growing column of numbers in blocks of 65,536 rows, so that growing never copies what is large. */
export class Column<Block extends Cells> {
  readonly #make: (length: number) => Block;
  readonly #blocks: Block[] = [];

  constructor(make: (length: number) => Block) {
    this.#make = make;
  }

  get(row: number): number {
    return this.#blocks[row >>> SHIFT]?.[row & ROW_MASK] ?? 0;
  }

  /** The row has to be one that {@link reserve} made room for. */
  set(row: number, value: number): void {
    const block = this.#blocks[row >>> SHIFT];
    if (block !== undefined) block[row & ROW_MASK] = value;
  }

  /** Makes room for so many rows. @throws {RangeError} where there is no memory */
  reserve(rows: number): void {
    const first = this.#blocks[0];
    if (first === undefined || first.length < Math.min(rows, BLOCK_ROWS)) {
      const larger = this.#make(Math.min(BLOCK_ROWS, Math.max(FIRST_ROWS, rows, (first?.length ?? 0) * 2)));
      if (first !== undefined) larger.set(first);
      this.#blocks[0] = larger;
    }
    while (this.#blocks.length * BLOCK_ROWS < rows) this.#blocks.push(this.#make(BLOCK_ROWS));
  }

  /** Frees the column; it is empty afterwards. */
  release(): void {
    this.#blocks.forEach(release);
    this.#blocks.length = 0;
  }
}
