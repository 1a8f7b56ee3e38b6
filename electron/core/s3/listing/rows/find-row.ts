import { compareBytes, utf8 } from './byte-compare.ts';
import { NamePattern } from './name-pattern.ts';
import type { RowColumns } from './row-columns.ts';
import type { RowOrder } from './row-order.ts';

/**
 * The first row at or after an index, and round to the start, whose name begins with a text, case ignored as in any file
 * manager, or is exactly that text.
 */
export function findRow(
  order: RowOrder,
  columns: RowColumns,
  text: string,
  match: 'begins' | 'equals',
  from: number,
): number | undefined {
  const is = match === 'begins' ? beginsWith(columns, text) : equals(columns, text);
  const start = from >= 0 && from < order.total ? from : 0;
  let found: number | undefined;
  const look = (id: number, index: number) => {
    if (is(id)) found = index;
    return found === undefined;
  };
  order.visit(start, order.total, look);
  if (found === undefined) order.visit(0, start, look);
  return found;
}

function beginsWith(columns: RowColumns, text: string): (id: number) => boolean {
  const pattern = new NamePattern(text, 'begins');
  return (id) =>
    pattern.matches(columns.nameBytes(id), columns.nameFrom(id), columns.nameLength(id), columns.isAscii(id));
}

function equals(columns: RowColumns, text: string): (id: number) => boolean {
  const wanted = utf8(text);
  return (id) => {
    // Most are told apart by their length, without reading a name.
    if (columns.nameLength(id) !== wanted.length) return false;
    const from = columns.nameFrom(id);
    return compareBytes(columns.nameBytes(id), from, from + wanted.length, wanted, 0, wanted.length) === 0;
  };
}
