import { useEffect, useRef } from 'react';
import type { ListingRow } from '../../../shared/listing.ts';
import type { FocusedRow } from './object-view-types.ts';

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
  useEffect(() => {
    tell.current(row === undefined ? undefined : focusedRow(prefix, row));
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
