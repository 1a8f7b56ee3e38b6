import { ByteBlocks, offsetOf } from './byte-blocks.ts';
import { Column } from './column.ts';
import type { NameReader, RowNames } from './row-names.ts';

/** Names as they are, four bytes more for each: for rows in no order, whose names have to be sorted byte by byte. */
export class PlainNames implements RowNames {
  readonly #bytes = new ByteBlocks();
  readonly #positions = new Column((length) => new Uint32Array(length));

  reserve(rows: number): void {
    this.#positions.reserve(rows);
  }

  add(id: number, bytes: Uint8Array, from: number, to: number): void {
    this.#positions.set(id, this.#bytes.append(bytes, from, to));
  }

  reader(): NameReader {
    return new PlainReader(this.#bytes, this.#positions);
  }

  release(): void {
    this.#bytes.release();
    this.#positions.release();
  }
}

class PlainReader implements NameReader {
  bytes: Uint8Array = new Uint8Array(0);
  from = 0;
  readonly #blocks: ByteBlocks;
  readonly #positions: Column<Uint32Array>;

  constructor(blocks: ByteBlocks, positions: Column<Uint32Array>) {
    this.#blocks = blocks;
    this.#positions = positions;
  }

  read(id: number): void {
    const position = this.#positions.get(id);
    this.bytes = this.#blocks.blockAt(position);
    this.from = offsetOf(position);
  }
}
