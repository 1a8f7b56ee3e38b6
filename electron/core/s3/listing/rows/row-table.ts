import { ClassTotals } from './class-totals.ts';
import { sortByName } from './name-sort.ts';
import { RowColumns } from './row-columns.ts';
import { ListOrder, type RowOrder, listOf } from './row-order.ts';
import { RowRanges } from './row-ranges.ts';

/** The rows of a listing, the ranges in which they came, and what they amount to. */
export class RowTable {
  readonly columns: RowColumns;
  readonly ranges: RowRanges;
  readonly totals: ClassTotals;
  readonly isOrdered: boolean;
  /** Goes up when rows are added. */
  version = 0;
  #order: RowOrder | undefined;
  #orderVersion = -1;

  constructor(
    isOrdered: boolean,
    columns = new RowColumns(isOrdered),
    ranges = new RowRanges(),
    totals = new ClassTotals(),
  ) {
    this.isOrdered = isOrdered;
    this.columns = columns;
    this.ranges = ranges;
    this.totals = totals;
  }

  /** The rows there are now, folders first, each kind by name. Made again only when rows were added. */
  byName(): RowOrder {
    if (this.#order === undefined || this.#orderVersion !== this.version) {
      this.#order = this.isOrdered ? this.ranges.order() : this.#sorted();
      this.#orderVersion = this.version;
    }
    return this.#order;
  }

  #sorted(): RowOrder {
    const order = this.ranges.order();
    const ids = listOf(order);
    sortByName(ids.subarray(0, order.folders), this.columns);
    sortByName(ids.subarray(order.folders), this.columns);
    return new ListOrder(ids, order.folders);
  }
}
