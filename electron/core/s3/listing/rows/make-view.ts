import type { ListingView } from '../../../../../shared/listing.ts';
import { NamePattern } from './name-pattern.ts';
import { NO_TIME } from './page-entries.ts';
import { type SortDigits, radixSort } from './radix-sort.ts';
import { release } from './release.ts';
import type { RowColumns } from './row-columns.ts';
import { ListOrder, type RowOrder, listOf } from './row-order.ts';
import type { StorageClassCodes } from './storage-class-codes.ts';

const WORD = 2 ** 32;

/**
 * Filters and sorts rows that are given by name. Folders stay before objects; they have a name only, so another column
 * leaves them by name, ascending. Rows that are equal stay in the ascending order of names, whatever the direction.
 * A row without a date comes before the others.
 */
export function makeView(
  { sort, filter }: ListingView,
  byName: RowOrder,
  columns: RowColumns,
  classes: StorageClassCodes,
): RowOrder {
  const isNatural = sort.column === 'name' && sort.direction === 'ascending';
  if (filter === '' && isNatural) return byName;
  const { ids, folders } = filtered(filter, byName, columns);
  if (isNatural) return new ListOrder(ids, folders);
  if (sort.column === 'name') {
    ids.subarray(0, folders).reverse();
    ids.subarray(folders).reverse();
  } else {
    const objects = ids.subarray(folders);
    const keys = sortKeys(sort.column, objects, columns, classes);
    radixSort(objects, keys, sort.direction);
    keys.forEach(release);
  }
  return new ListOrder(ids, folders);
}

/** A list of its own, even where nothing is filtered out. */
function filtered(
  filter: string,
  byName: RowOrder,
  columns: RowColumns,
): { ids: Uint32Array; folders: number } {
  if (filter === '') return { ids: listOf(byName), folders: byName.folders };
  const pattern = new NamePattern(filter, 'anywhere');
  const kept = new Uint32Array(byName.total);
  let count = 0;
  let folders = 0;
  byName.visit(0, byName.total, (id, index) => {
    const from = columns.nameFrom(id);
    if (!pattern.matches(columns.nameBytes(id), from, columns.nameLength(id), columns.isAscii(id))) return;
    kept[count++] = id;
    if (index < byName.folders) folders = count;
  });
  const ids = kept.slice(0, count);
  release(kept);
  return { ids, folders };
}

function sortKeys(
  column: 'size' | 'modified' | 'class',
  ids: Uint32Array,
  columns: RowColumns,
  classes: StorageClassCodes,
): SortDigits {
  const low = new Uint32Array(ids.length);
  if (column === 'size') {
    const high = new Uint32Array(ids.length);
    for (let i = 0; i < ids.length; i++) {
      const size = columns.size(ids[i] ?? 0);
      low[i] = size % WORD;
      high[i] = size / WORD;
    }
    return [low, high];
  }
  if (column === 'modified') {
    for (let i = 0; i < ids.length; i++) {
      const time = columns.modified(ids[i] ?? 0);
      low[i] = time === NO_TIME ? 0 : time + 1;
    }
  } else {
    const ranks = classes.ranks();
    for (let i = 0; i < ids.length; i++) low[i] = ranks[columns.storageClass(ids[i] ?? 0)] ?? 0;
  }
  return [low];
}
