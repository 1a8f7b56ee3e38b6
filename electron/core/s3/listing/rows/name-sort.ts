import type { RowColumns } from './row-columns.ts';

/** Below this many a simple insertion is quicker. */
const FEW = 12;

/**
 * Sorts ids in place by the bytes of their names: three-way radix quicksort, which looks at each byte that tells names
 * apart about once, however much the names have in common.
 */
export function sortByName(ids: Uint32Array, columns: RowColumns): void {
  const todo = [0, ids.length, 0];
  while (todo.length > 0) {
    const depth = todo.pop() ?? 0;
    const to = todo.pop() ?? 0;
    const from = todo.pop() ?? 0;
    if (to - from <= FEW) {
      insertionSort(ids, from, to, columns);
      continue;
    }
    const pivot = medianByte(ids, from, to, depth, columns);
    let less = from;
    let more = to;
    for (let i = from; i < more;) {
      const id = ids[i] ?? 0;
      const byte = byteAt(id, depth, columns);
      if (byte < pivot) swap(ids, less++, i++);
      else if (byte > pivot) swap(ids, --more, i);
      else i++;
    }
    todo.push(from, less, depth, more, to, depth);
    if (pivot >= 0) todo.push(less, more, depth + 1);
  }
}

/** Minus one behind the end, so that a name comes before those that begin with it. */
function byteAt(id: number, depth: number, columns: RowColumns): number {
  if (depth >= columns.nameLength(id)) return -1;
  return columns.nameBytes(id)[columns.nameFrom(id) + depth] ?? 0;
}

function medianByte(ids: Uint32Array, from: number, to: number, depth: number, columns: RowColumns): number {
  const a = byteAt(ids[from] ?? 0, depth, columns);
  const b = byteAt(ids[(from + to) >>> 1] ?? 0, depth, columns);
  const c = byteAt(ids[to - 1] ?? 0, depth, columns);
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap(ids: Uint32Array, a: number, b: number): void {
  const id = ids[a] ?? 0;
  ids[a] = ids[b] ?? 0;
  ids[b] = id;
}

function insertionSort(ids: Uint32Array, from: number, to: number, columns: RowColumns): void {
  for (let i = from + 1; i < to; i++) {
    const id = ids[i] ?? 0;
    let at = i;
    for (; at > from && columns.compareNames(ids[at - 1] ?? 0, id) > 0; at--) ids[at] = ids[at - 1] ?? 0;
    ids[at] = id;
  }
}
