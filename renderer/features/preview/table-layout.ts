import type { PreviewTable } from '../../../shared/preview.ts';

const NARROWEST = 64;
const WIDEST = 360;
/** Pixels of a character, and of the space round it. */
const CHARACTER = 8;
const PADDING = 20;
/** Rows looked at to find out how wide a column is. */
const SAMPLE = 50;

/** Pixels for each column, by its name, its type and the first rows. */
export function columnWidths({ columns, rows }: PreviewTable): readonly number[] {
  const sample = rows.slice(0, SAMPLE);
  return columns.map(({ name, type }, index) => {
    let longest = Math.max(width(name), width(type ?? ''));
    for (const row of sample) longest = Math.max(longest, width(row[index] ?? ''));
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, longest * CHARACTER + PADDING)));
  });
}

/** Which columns hold numbers, which stand at the end: those whose first rows do, if anything. */
export function numericColumns({ columns, rows }: PreviewTable): readonly boolean[] {
  const sample = rows.slice(0, SAMPLE);
  return columns.map((_, index) => {
    const filled = sample.map((row) => row[index] ?? '').filter((value) => value !== '');
    return (
      filled.length > 0 && filled.every((value) => /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(value))
    );
  });
}

function width(text: string): number {
  let columns = 0;
  for (const char of text.slice(0, 60)) columns += (char.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
  return columns;
}
