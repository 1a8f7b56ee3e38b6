import { release } from './release.ts';
import type { RowColumns } from './row-columns.ts';
import { listOf } from './row-order.ts';
import type { RowSelection } from './row-selection.ts';
import { RowTable } from './row-table.ts';

export interface Differences {
  added: number;
  removed: number;
  changed: number;
}

/**
 * Puts newly listed rows in the place of old ones: same key, same id; others get new ids. Rows that are gone lose their
 * selection.
 * @returns A table with the old columns, filled up, and the ranges and totals of the new one
 */
export function mergeRefresh(
  old: RowTable,
  fresh: RowTable,
  selection: RowSelection,
): { table: RowTable; differences: Differences } {
  const differences = { added: 0, removed: 0, changed: 0 };
  const idOf = new Uint32Array(fresh.columns.count);
  const [oldOrder, freshOrder] = [old.byName(), fresh.byName()];
  const both = { old, fresh, selection, idOf, differences };
  const [were, are] = [listOf(oldOrder), listOf(freshOrder)];
  mergeKind(both, were.subarray(0, oldOrder.folders), are.subarray(0, freshOrder.folders));
  mergeKind(both, were.subarray(oldOrder.folders), are.subarray(freshOrder.folders));
  release(were);
  release(are);
  const ranges = fresh.ranges.map((id) => idOf[id] ?? 0);
  const table = new RowTable(old.isOrdered, old.columns, ranges, fresh.totals);
  table.version = old.version + 1;
  release(idOf);
  return { table, differences };
}

interface Both {
  readonly old: RowTable;
  readonly fresh: RowTable;
  readonly selection: RowSelection;
  /** Filled: the lasting id of each fresh row. */
  readonly idOf: Uint32Array;
  readonly differences: Differences;
}

function mergeKind(
  { old, fresh, selection, idOf, differences }: Both,
  were: Uint32Array,
  are: Uint32Array,
): void {
  let w = 0;
  let a = 0;
  while (w < were.length || a < are.length) {
    const was = were[w];
    const is = are[a];
    const order = compare(old.columns, was, fresh.columns, is);
    if (order < 0 && was !== undefined) {
      selection.set(was, false);
      differences.removed++;
    } else if (order > 0 && is !== undefined) {
      old.columns.reserve(1);
      idOf[is] = old.columns.add(fresh.columns.row(is));
      differences.added++;
    } else if (was !== undefined && is !== undefined) {
      idOf[is] = was;
      if (takeOver(old.columns, was, fresh.columns, is, selection)) differences.changed++;
    }
    if (order <= 0) w++;
    if (order >= 0) a++;
  }
}

/** One that is missing comes last. */
function compare(
  columns: RowColumns,
  a: number | undefined,
  others: RowColumns,
  b: number | undefined,
): number {
  if (a === undefined) return 1;
  return b === undefined ? -1 : columns.compareNames(a, b, others);
}

/** @returns Whether anything was different */
function takeOver(
  columns: RowColumns,
  was: number,
  others: RowColumns,
  is: number,
  selection: RowSelection,
): boolean {
  const isSame =
    columns.size(was) === others.size(is) &&
    columns.modified(was) === others.modified(is) &&
    columns.storageClass(was) === others.storageClass(is) &&
    columns.etagHash(was) === others.etagHash(is);
  if (isSame) return false;
  selection.resized(was, columns.size(was), others.size(is));
  columns.update(was, others.row(is));
  return true;
}
