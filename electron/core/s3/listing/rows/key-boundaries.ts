import type { RowColumns } from './row-columns.ts';
import type { RowOrder } from './row-order.ts';

/**
 * Names that cut rows into parts of equal size, folders and objects counted together in the order of bytes.
 * @returns At most `parts - 1`, rising; fewer where there are fewer rows
 */
export function boundaryIds(order: RowOrder, columns: RowColumns, parts: number): number[] {
  const ids: number[] = [];
  let before = 0;
  for (let part = 1; part < parts; part++) {
    const place = Math.floor((order.total * part) / parts);
    if (place <= before) continue;
    before = place;
    ids.push(idInBytesOrder(order, columns, place));
  }
  return ids;
}

/** The row at a place of the order in which folders and objects stand mixed. */
function idInBytesOrder(order: RowOrder, columns: RowColumns, place: number): number {
  const objects = order.total - order.folders;
  // How many of the rows before the place are folders: the least number that leaves no folder before an object unjustly.
  let low = Math.max(0, place - objects);
  let high = Math.min(place, order.folders);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const object = order.idAt(order.folders + place - middle - 1);
    if (columns.compareNames(order.idAt(middle), object) < 0) low = middle + 1;
    else high = middle;
  }
  const [folder, object] = [low, order.folders + place - low];
  if (folder >= order.folders) return order.idAt(object);
  if (object >= order.total) return order.idAt(folder);
  const isFolder = columns.compareNames(order.idAt(folder), order.idAt(object)) < 0;
  return order.idAt(isFolder ? folder : object);
}
