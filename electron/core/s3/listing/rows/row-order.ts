import { release } from './release.ts';

/** Rows in some order, fixed once made: folders first, then objects. */
export interface RowOrder {
  readonly folders: number;
  readonly total: number;
  /** The id of the row at an index below `total`. */
  idAt(index: number): number;
  /** Undefined where the row isn't among them. */
  indexOf(id: number): number | undefined;
  /** Visits the ids from one index to before another, until a visit answers false. */
  visit(from: number, to: number, visit: (id: number, index: number) => boolean | void): void;
  /** Frees what it is made of; it is of no use afterwards. */
  release(): void;
}

/** Ids that count up, run after run: what pages leave behind, since a page's rows get ids in a row. */
export class IdRuns {
  readonly starts: number[] = [];
  readonly lengths: number[] = [];

  push(start: number, length: number): void {
    const last = this.starts.length - 1;
    const lastStart = this.starts[last] ?? 0;
    const lastLength = this.lengths[last] ?? 0;
    if (length === 0) return;
    if (last >= 0 && lastStart + lastLength === start) this.lengths[last] = lastLength + length;
    else {
      this.starts.push(start);
      this.lengths.push(length);
    }
  }

  /** The same runs with each id replaced by another one. */
  map(to: (id: number) => number): IdRuns {
    const mapped = new IdRuns();
    this.starts.forEach((start, run) => {
      const end = start + (this.lengths[run] ?? 0);
      for (let id = start; id < end; id++) mapped.push(to(id), 1);
    });
    return mapped;
  }
}

/** An order made of runs, without a list of every id. */
export class RunOrder implements RowOrder {
  readonly folders: number;
  readonly total: number;
  readonly #starts: number[] = [];
  /** The index at which each run begins. */
  readonly #indexes: number[] = [];

  constructor(folders: Iterable<IdRuns>, objects: Iterable<IdRuns>) {
    this.folders = this.#append(folders, 0);
    this.total = this.#append(objects, this.folders);
  }

  idAt(index: number): number {
    const run = this.#runAt(index);
    return (this.#starts[run] ?? 0) + index - (this.#indexes[run] ?? 0);
  }

  indexOf(id: number): number | undefined {
    for (let run = 0; run < this.#starts.length; run++) {
      const index = this.#indexes[run] ?? 0;
      const offset = id - (this.#starts[run] ?? 0);
      if (offset >= 0 && offset < (this.#indexes[run + 1] ?? this.total) - index) return index + offset;
    }
    return undefined;
  }

  visit(from: number, to: number, visit: (id: number, index: number) => boolean | void): void {
    const end = Math.min(to, this.total);
    for (let run = this.#runAt(from), index = from; index < end; run++) {
      const runEnd = Math.min(end, this.#indexes[run + 1] ?? this.total);
      const offset = (this.#starts[run] ?? 0) - (this.#indexes[run] ?? 0);
      for (; index < runEnd; index++) if (visit(offset + index, index) === false) return;
    }
  }

  release(): void {
    this.#starts.length = this.#indexes.length = 0;
  }

  #append(all: Iterable<IdRuns>, from: number): number {
    let index = from;
    for (const { starts, lengths } of all) {
      for (let run = 0; run < starts.length; run++) {
        this.#starts.push(starts[run] ?? 0);
        this.#indexes.push(index);
        index += lengths[run] ?? 0;
      }
    }
    return index;
  }

  #runAt(index: number): number {
    let low = 0;
    let high = this.#indexes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#indexes[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}

/** An order given as a list of ids. */
export class ListOrder implements RowOrder {
  readonly folders: number;
  readonly #ids: Uint32Array;

  constructor(ids: Uint32Array, folders: number) {
    this.#ids = ids;
    this.folders = folders;
  }

  get total(): number {
    return this.#ids.length;
  }

  idAt(index: number): number {
    return this.#ids[index] ?? 0;
  }

  indexOf(id: number): number | undefined {
    const index = this.#ids.indexOf(id);
    return index < 0 ? undefined : index;
  }

  visit(from: number, to: number, visit: (id: number, index: number) => boolean | void): void {
    const ids = this.#ids;
    const end = Math.min(to, ids.length);
    for (let index = from; index < end; index++) if (visit(ids[index] ?? 0, index) === false) return;
  }

  release(): void {
    release(this.#ids);
  }
}

/** All ids of an order as a list of its own. */
export function listOf(order: RowOrder): Uint32Array<ArrayBuffer> {
  const ids = new Uint32Array(order.total);
  order.visit(0, order.total, (id, index) => void (ids[index] = id));
  return ids;
}
