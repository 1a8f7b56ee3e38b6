import { useCallback, useEffect, useState } from 'react';
import type { ListingRow } from '../../../shared/listing.ts';
import type { ListingRowWindow, RowsSnapshot } from '../../bridge/listing-rows.ts';

interface Stored {
  readonly index: number;
  /** Undefined for a row that hasn't come yet. */
  readonly id: number | undefined;
  readonly moved: number;
  readonly origin: number;
}

export interface CurrentRow {
  /** -1 for none. */
  readonly index: number;
  /** Undefined where there is none, or it hasn't come yet. */
  readonly row: ListingRow | undefined;
  readonly set: (index: number) => void;
}

const LOCATE_MS = 120;

/** The row that the keyboard is on. It stays the same row wherever it goes as others come, or the order changes. */
export function useCurrentRow(rows: ListingRowWindow | undefined, snapshot: RowsSnapshot): CurrentRow {
  const { moved, origin, total, ready } = snapshot;
  const [stored, setStored] = useState<Stored>();
  const index = stored === undefined || rows === undefined ? -1 : indexNow(stored, rows, snapshot);
  const set = useCallback(
    (next: number) => setStored({ index: next, id: rows?.row(next)?.id, moved, origin }),
    [rows, moved, origin],
  );
  const row = index < 0 ? undefined : rows?.row(index);

  // One that was chosen before it had come is known by its id from now on.
  const late = stored !== undefined && stored.id === undefined && row !== undefined ? row.id : undefined;
  if (late !== undefined) setStored({ index, id: late, moved, origin });

  const away = stored?.id !== undefined && ready && (rows?.indexOf(stored.id) ?? -1) < 0;
  const id = stored?.id;
  useEffect(() => {
    if (!away || total === 0 || id === undefined || rows === undefined) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      rows.locate(id, controller.signal).then(
        (at) => {
          if (controller.signal.aborted) return;
          setStored((old) =>
            old?.id === id ? (at === undefined ? undefined : { index: at, id, moved, origin }) : old,
          );
        },
        // Whatever is wrong is told by the rows themselves.
        () => {},
      );
    }, LOCATE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [away, id, rows, moved, origin, total]);
  return { index, row, set };
}

function indexNow(stored: Stored, rows: ListingRowWindow, { moved, origin, total }: RowsSnapshot): number {
  const found = stored.id === undefined ? -1 : rows.indexOf(stored.id);
  if (found >= 0) return found;
  // In another order it may be anywhere; it is being looked for.
  if (stored.origin !== origin) return -1;
  const index = stored.index + moved - stored.moved;
  return index >= 0 && index < total ? index : -1;
}
