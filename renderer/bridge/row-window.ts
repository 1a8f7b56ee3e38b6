import type { ListingRow, ListingRows, ListingView, SelectionChange } from '../../shared/listing.ts';

export interface RowRequest {
  readonly view: ListingView;
  readonly from: number;
  readonly count: number;
  /** The id of a row whose new place is asked for as well. */
  readonly anchor?: number;
}

export type FetchRows = (request: RowRequest, signal: AbortSignal) => Promise<ListingRows>;

/** What is on the screen, and which row is to stay where it is while others come in above it. */
export interface WantedRows {
  readonly first: number;
  /** Included. */
  readonly last: number;
  readonly anchor?: { readonly id: number; readonly index: number } | undefined;
}

/** Some rows that stand together, as they once came. */
export interface RowSegment {
  readonly from: number;
  readonly rows: readonly ListingRow[];
  /** Whether anything may have changed since. */
  readonly fresh: boolean;
  /** How the listing stood when they were read. */
  readonly version: number;
}

/** Rows kept in all are at most this many segments of some 200 rows, however long the list is. */
const SEGMENTS = 12;
const AHEAD = 80;
const COUNT = 240;
const MOST = 1000;

/** The row at an index, the newest known. Segments come newest first. */
export function rowAt(segments: readonly RowSegment[], index: number): ListingRow | undefined {
  for (const { from, rows } of segments) {
    if (index >= from && index < from + rows.length) return rows[index - from];
  }
  return undefined;
}

/** The index of a row among those held that are fresh, or -1. */
export function indexOfRow(segments: readonly RowSegment[], id: number): number {
  for (const { from, rows, fresh } of segments) {
    const at = fresh ? rows.findIndex((row) => row.id === id) : -1;
    if (at >= 0) return from + at;
  }
  return -1;
}

/** The first index of a stretch, both ends included, that no (fresh) segment holds; undefined where all are held. */
export function firstMissing(
  segments: readonly RowSegment[],
  first: number,
  last: number,
  which: 'fresh' | 'any' = 'fresh',
): number | undefined {
  let index = first;
  while (index <= last) {
    const next = segments.find(
      ({ from, rows, fresh }) => (fresh || which === 'any') && index >= from && index < from + rows.length,
    );
    if (next === undefined) return index;
    index = next.from + next.rows.length;
  }
  return undefined;
}

export function moveWanted(wanted: WantedRows, by: number): WantedRows {
  const { first, last, anchor } = wanted;
  const moved = anchor && { ...anchor, index: anchor.index + by };
  return { first: Math.max(0, first + by), last: Math.max(0, last + by), anchor: moved };
}

/** What to ask for so that the wanted rows, and some around them, are there. */
export function stretchFor(wanted: WantedRows, total: number): { from: number; count: number } {
  const from = Math.max(0, wanted.first - AHEAD);
  const count = Math.min(MOST, Math.max(COUNT, wanted.last - from + 1 + AHEAD));
  // Near the end the rows before it are of more use than indexes past it.
  return { from: Math.max(0, Math.min(from, total === 0 ? from : total - count)), count };
}

/** Where to look ahead once all that is on the screen is there: one stretch, or none. */
export function stretchAhead(
  segments: readonly RowSegment[],
  wanted: WantedRows,
  total: number,
): { from: number; count: number } | undefined {
  const below = firstMissing(
    segments,
    Math.min(total, wanted.last + 1),
    Math.min(total - 1, wanted.last + AHEAD),
  );
  if (below !== undefined) return { from: below, count: Math.min(COUNT, total - below) };
  const above = firstMissing(segments, Math.max(0, wanted.first - AHEAD), wanted.first - 1);
  if (above === undefined) return undefined;
  const from = Math.max(0, wanted.first - COUNT);
  return { from, count: wanted.first - from };
}

/** Puts a new segment before the others; rows that didn't change stay the same objects, so that they aren't drawn anew. */
export function addSegment(
  segments: readonly RowSegment[],
  from: number,
  rows: readonly ListingRow[],
  { fresh, version }: Pick<RowSegment, 'fresh' | 'version'>,
): readonly RowSegment[] {
  const kept = rows.map((row, index) => {
    const old = rowAt(segments, from + index);
    return old !== undefined && sameRow(old, row) ? old : row;
  });
  const others = segments.filter(
    (other) => !(other.from >= from && other.from + other.rows.length <= from + rows.length),
  );
  return [{ from, rows: kept, fresh, version }, ...others].slice(0, SEGMENTS);
}

function sameRow(one: ListingRow, other: ListingRow): boolean {
  return (
    one.id === other.id &&
    one.selected === other.selected &&
    one.size === other.size &&
    one.modified === other.modified &&
    one.storageClass === other.storageClass &&
    one.kind === other.kind &&
    one.name === other.name
  );
}

/** Shows a selection before the process that keeps it has answered. */
export function selectIn(segments: readonly RowSegment[], change: SelectionChange): readonly RowSegment[] {
  return segments.map(({ from, rows, version }) => ({
    from,
    version,
    fresh: false,
    rows: rows.map((row, index) => {
      const selected = isSelected(change, from + index, row.selected);
      return selected === row.selected ? row : { ...row, selected };
    }),
  }));
}

function isSelected(change: SelectionChange, index: number, before: boolean): boolean {
  switch (change.kind) {
    case 'only':
      return index === change.index;
    case 'toggle':
      return index === change.index ? !before : before;
    case 'range': {
      const within = index >= Math.min(change.from, change.to) && index <= Math.max(change.from, change.to);
      return within || (change.add && before);
    }
    case 'all':
      return true;
    case 'none':
      return false;
  }
}
