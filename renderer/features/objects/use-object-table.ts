import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ListingColumn, ListingSpec, ListingView } from '../../../shared/listing.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import type { ListingRowWindow, RowsSnapshot } from '../../bridge/listing-rows.ts';
import { type HeldListing, useHeldListing } from '../../bridge/listings.ts';
import type { GridRange } from '../../ui/grid/big-grid-types.ts';
import type { ObjectViewMemory } from './object-view-types.ts';
import { type CurrentRow, useCurrentRow } from './use-current-row.ts';

const FIRST_SORT: ListingView['sort'] = { column: 'name', direction: 'ascending' };
const FILTER_MS = 120;
const NO_ROWS: RowsSnapshot = {
  view: { sort: FIRST_SORT, filter: '' },
  ready: false,
  total: 0,
  covers: 0,
  moved: 0,
  origin: 0,
  turning: false,
  error: undefined,
};

export interface ObjectTable {
  readonly listing: HeldListing;
  readonly snapshot: RowsSnapshot;
  readonly sort: ListingView['sort'];
  readonly turnSort: (column: ListingColumn) => void;
  /** As it is typed; the rows follow a moment later. */
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  readonly current: CurrentRow;
  /** Where to scroll to once rows are there: where it was left, until the order or filter is another one. */
  readonly initialScroll: number;
  /** How far it is scrolled, in rows; not a state, since nothing is drawn by it. */
  readonly scroll: RefObject<number>;
  readonly onRange: (range: GridRange) => void;
}

/** A listing as a table shows it: order, filter, the rows on the screen, and the row the keyboard is on. */
export function useObjectTable(
  spec: ListingSpec,
  memory: ObjectViewMemory | undefined,
  active: boolean,
): ObjectTable {
  const [sort, setSort] = useState(memory?.sort ?? FIRST_SORT);
  const [filter, setOwnFilter] = useState(memory?.filter ?? '');
  const [initialScroll, setInitialScroll] = useState(memory?.scroll ?? 0);
  const settledFilter = useSettled(filter, FILTER_MS);
  const view = useMemo(() => ({ sort, filter: settledFilter }), [sort, settledFilter]);
  const listing = useHeldListing(spec, view);
  const { rows, state, listingId } = listing;
  const snapshot = useKnownTotal(useRows(rows), state?.rows ?? 0);
  const version = state?.version;
  useLayoutEffect(() => rows?.setView(view), [rows, view]);
  useEffect(() => {
    if (version !== undefined) rows?.heard(version);
  }, [rows, version]);
  useHasten(listingId, settledFilter, state?.phase === 'running');

  const current = useCurrentRow(rows, snapshot);
  const scroll = useRef(memory?.scroll ?? 0);
  const range = useRef<GridRange>(undefined);
  const currentIndex = current.index;
  const wantNow = useCallback(() => {
    if (rows === undefined || range.current === undefined) return;
    const { first, last, scroll } = range.current;
    const seen = currentIndex >= first && currentIndex <= last;
    // At the top the first rows are to be seen, not the ones that were the first.
    const index = seen ? currentIndex : scroll > 0 ? first : -1;
    const id = index < 0 ? undefined : rows.row(index)?.id;
    rows.want({ first, last, anchor: id === undefined ? undefined : { id, index } });
  }, [rows, currentIndex]);
  const onRange = useCallback(
    (next: GridRange) => {
      range.current = next;
      scroll.current = next.scroll;
      if (active) wantNow();
    },
    [active, wantNow],
  );
  useEffect(() => {
    if (active) wantNow();
    else rows?.rest();
  }, [active, rows, wantNow]);

  const setFilter = useCallback((next: string) => {
    setOwnFilter(next);
    setInitialScroll(0);
  }, []);
  const turnSort = useCallback((column: ListingColumn) => {
    setInitialScroll(0);
    setSort((old) => {
      const turn = old.column === column && old.direction === 'ascending';
      return { column, direction: turn ? 'descending' : 'ascending' };
    });
  }, []);
  return { listing, snapshot, sort, turnSort, filter, setFilter, current, initialScroll, scroll, onRange };
}

function useRows(rows: ListingRowWindow | undefined): RowsSnapshot {
  const subscribe = useCallback((changed: () => void) => rows?.subscribe(changed) ?? (() => {}), [rows]);
  return useSyncExternalStore(subscribe, rows?.snapshot ?? (() => NO_ROWS));
}

/**
 * The listing's news tell of rows before any of them has been read. They count as soon as a person may know of them,
 * or the End key would lead to a row that was the last a moment ago.
 */
function useKnownTotal(snapshot: RowsSnapshot, rows: number): RowsSnapshot {
  return useMemo(() => {
    const { view, total, turning } = snapshot;
    const isOlder = view.filter === '' && !turning && total > 0 && total < rows;
    return isOlder ? { ...snapshot, total: rows } : snapshot;
  }, [snapshot, rows]);
}

/** What is typed as a filter may be the beginning of a name, which is fetched first then. */
function useHasten(listingId: string, filter: string, running: boolean): void {
  const client = useBridge();
  const beginning = /^[^*?]*/.exec(filter)?.[0] ?? '';
  useEffect(() => {
    // It only makes things faster: where it fails, they come as they come.
    if (running && beginning !== '')
      client.call('listing.hasten', { listingId, text: beginning }).catch(() => {});
  }, [client, listingId, beginning, running]);
}

/** A value once it has stayed the same for a while; an empty text counts at once. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return value === '' ? '' : settled;
}
