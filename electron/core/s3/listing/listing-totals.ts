import type { WholePage } from './key-range.ts';

/** What the pages of one pass over a listing held. */
export interface ListingTotals {
  readonly rows: number;
  readonly folders: number;
  readonly bytes: number;
  readonly seen: number;
}

export const NOTHING: ListingTotals = { rows: 0, folders: 0, bytes: 0, seen: 0 };

export function withPage(totals: ListingTotals, page: WholePage): ListingTotals {
  return {
    rows: totals.rows + page.rows,
    folders: totals.folders + page.folders,
    bytes: totals.bytes + page.bytes,
    seen: totals.seen + page.seen,
  };
}
