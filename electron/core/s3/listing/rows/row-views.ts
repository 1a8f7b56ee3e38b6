import type { ListingView } from '../../../../../shared/listing.ts';
import { makeView } from './make-view.ts';
import type { RowOrder } from './row-order.ts';
import type { RowTable } from './row-table.ts';
import type { StorageClassCodes } from './storage-class-codes.ts';

const MOST_VIEWS = 3;
/** While rows arrive, at most a fifth of the time goes into sorting. */
const REST = 4;

/** A view as it was fixed: indexes mean the same rows until it is renewed. */
export interface FixedView {
  readonly order: RowOrder;
  /** Rows that it looked at. */
  readonly covers: number;
}

interface MadeView extends FixedView {
  readonly version: number;
  readonly madeAt: number;
  readonly costMs: number;
  /** The order is nobody else's. */
  readonly isOwn: boolean;
}

/** The last three views of a table. */
export class RowViews {
  readonly #table: RowTable;
  readonly #classes: StorageClassCodes;
  readonly #now: () => number;
  readonly #made = new Map<string, MadeView>();

  constructor(table: RowTable, classes: StorageClassCodes, now: () => number) {
    this.#table = table;
    this.#classes = classes;
    this.#now = now;
  }

  /**
   * The view with the rows there are now; or as it was, where rows came but it was made a short while ago in relation to
   * what that cost. Names in the order they come need no making and are never behind.
   */
  renewed(view: ListingView): FixedView {
    const made = this.#made.get(keyOf(view));
    const isFresh =
      made !== undefined &&
      (made.version === this.#table.version || this.#now() - made.madeAt < made.costMs * REST);
    return isFresh ? this.#keep(view, made) : this.#make(view);
  }

  /** Frees all views. */
  release(): void {
    for (const key of this.#made.keys()) this.#drop(key);
  }

  /** The view as it was last fixed; fixed now where it never was, or was three views ago. */
  fixed(view: ListingView): FixedView {
    const made = this.#made.get(keyOf(view));
    return made === undefined ? this.#make(view) : this.#keep(view, made);
  }

  #make(view: ListingView): FixedView {
    this.#drop(keyOf(view));
    const began = this.#now();
    const byName = this.#table.byName();
    const order = makeView(view, byName, this.#table.columns, this.#classes);
    const isFree = order === byName && this.#table.isOrdered;
    const madeAt = this.#now();
    return this.#keep(view, {
      order,
      covers: byName.total,
      version: this.#table.version,
      madeAt,
      costMs: isFree ? 0 : madeAt - began,
      isOwn: order !== byName,
    });
  }

  #keep(view: ListingView, made: MadeView): FixedView {
    const key = keyOf(view);
    this.#made.delete(key);
    this.#made.set(key, made);
    for (const oldest of this.#made.keys()) {
      if (this.#made.size <= MOST_VIEWS) break;
      this.#drop(oldest);
    }
    return made;
  }

  #drop(key: string): void {
    const dropped = this.#made.get(key);
    this.#made.delete(key);
    if (dropped?.isOwn === true) dropped.order.release();
  }
}

function keyOf({ sort, filter }: ListingView): string {
  return `${sort.column} ${sort.direction} ${filter}`;
}
