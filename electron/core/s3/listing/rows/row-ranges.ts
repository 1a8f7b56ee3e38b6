import { compareBytes } from './byte-compare.ts';
import { IdRuns, RunOrder } from './row-order.ts';

/** One part of the keys, listed by one chain of pages. */
export interface RowRange {
  /** The first and last key that lay within its bounds, kept as a row or not. */
  readonly first: Uint8Array;
  last: Uint8Array;
  readonly folders: IdRuns;
  readonly objects: IdRuns;
}

/** The ranges of a listing. They are disjoint and each is in order, so the order of all is that of their first keys. */
export class RowRanges {
  readonly #ranges: Map<number, RowRange>;

  constructor(ranges: Iterable<readonly [number, RowRange]> = []) {
    this.#ranges = new Map(ranges);
  }

  get(range: number): RowRange | undefined {
    return this.#ranges.get(range);
  }

  /** Notes that keys from `first` to `last` were seen in a range. */
  see(range: number, first: Uint8Array, last: Uint8Array): RowRange {
    const known = this.#ranges.get(range);
    if (known !== undefined) {
      known.last = last;
      return known;
    }
    const made = { first, last, folders: new IdRuns(), objects: new IdRuns() };
    this.#ranges.set(range, made);
    return made;
  }

  order(): RunOrder {
    const ranges = [...this.#ranges.values()].sort((a, b) =>
      compareBytes(a.first, 0, a.first.length, b.first, 0, b.first.length),
    );
    return new RunOrder(
      ranges.map(({ folders }) => folders),
      ranges.map(({ objects }) => objects),
    );
  }

  /** The same ranges with other ids. */
  map(to: (id: number) => number): RowRanges {
    return new RowRanges(
      [...this.#ranges].map(([id, { first, last, folders, objects }]) => [
        id,
        { first, last, folders: folders.map(to), objects: objects.map(to) },
      ]),
    );
  }
}
