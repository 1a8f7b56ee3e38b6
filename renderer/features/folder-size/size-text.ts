import type { ClassTotal } from '../../../shared/listing.ts';

export interface SizeTotal {
  readonly objects: number;
  readonly bytes: number;
}

export function totalOf(classes: readonly ClassTotal[]): SizeTotal {
  return {
    objects: classes.reduce((sum, { objects }) => sum + objects, 0),
    bytes: classes.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** The numbers as a table to paste into a sheet: tab-separated, digits only, with a heading and a total. */
export function sizeText(classes: readonly ClassTotal[]): string {
  const total = totalOf(classes);
  const rows = [
    ['StorageClass', 'Objects', 'Bytes'],
    ...classes.map(({ storageClass, objects, bytes }) => [storageClass, String(objects), String(bytes)]),
    ['Total', String(total.objects), String(total.bytes)],
  ];
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}
