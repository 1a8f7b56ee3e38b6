import { useEffect, useRef } from 'react';
import type { ListingRow } from '../../../shared/listing.ts';
import type { FocusedRow } from './object-view-types.ts';

/** Others hear of the row that often at most: what they show costs more than a step of a key that is held down. */
const EVERY_MS = 120;

/** Tells which row the keyboard is on. @returns its whole key, or the last one known */
export function useFocusReport(
  prefix: string,
  row: ListingRow | undefined,
  onFocusRow: (row: FocusedRow | undefined) => void,
): string | undefined {
  const tell = useRef(onFocusRow);
  useEffect(() => {
    tell.current = onFocusRow;
  });
  const next = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const report = () => {
      next.current = performance.now() + EVERY_MS;
      tell.current(row === undefined ? undefined : focusedRow(prefix, row));
    };
    const wait = next.current - performance.now();
    if (wait <= 0) return report();
    const timer = setTimeout(report, wait);
    return () => clearTimeout(timer);
  }, [prefix, row]);
  return row === undefined ? undefined : prefix + row.name;
}

function focusedRow(prefix: string, { kind, name, size, modified, storageClass }: ListingRow): FocusedRow {
  return {
    key: prefix + name,
    kind,
    ...(size === undefined ? {} : { size }),
    ...(modified === undefined ? {} : { modified }),
    ...(storageClass === undefined ? {} : { storageClass }),
  };
}
