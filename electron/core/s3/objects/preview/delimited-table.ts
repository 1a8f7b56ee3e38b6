import { type Options, parse } from 'csv-parse/sync';
import type { PreviewTable } from '../../../../../shared/preview.ts';

const MOST_ROWS = 500;
/** A cell longer than this is cut: a table is to be looked over. */
const LONGEST_CELL = 2_000;
const MOST_COLUMNS = 1_000;

/**
 * A table from delimited text, read with patience: rows of unequal length, stray quotes and blank lines are taken as
 * they come. The first row is the heading.
 * @param whole false where the text was cut off: its last line is left out then
 * @returns undefined where there is nothing tabular in it
 */
export function delimitedTable(
  text: string,
  form: 'csv' | 'tsv',
  whole: boolean,
): { table: PreviewTable; cut: boolean } | undefined {
  const delimiter = form === 'tsv' ? '\t' : likelyDelimiter(text);
  const rows = parsed(whole ? text : completeLines(text), delimiter, whole);
  const [heading, ...rest] = rows;
  if (heading === undefined) return undefined;
  const width = Math.min(
    MOST_COLUMNS,
    rest.slice(0, MOST_ROWS).reduce((most, row) => Math.max(most, row.length), heading.length),
  );
  const columns = Array.from({ length: width }, (_, index) => ({ name: cell(heading[index]) }));
  const shown = rest.slice(0, MOST_ROWS).map((row) => Array.from(columns, (_, index) => cell(row[index])));
  return { table: { columns, rows: shown }, cut: rest.length > MOST_ROWS };
}

/** The heading, and one row more than shown, so that one can tell whether there are more. */
const READ_ROWS = MOST_ROWS + 2;

function parsed(text: string, delimiter: string, whole: boolean): string[][] {
  let isLeftOpen = false;
  const options: Options = {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // Text behind a closing quote spoils that record only.
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error?.code === 'CSV_QUOTE_NOT_CLOSED') isLeftOpen = true;
    },
    to: READ_ROWS,
  };
  const rows = parse(text, options);
  // A quote that was never meant as one swallows all that follows; in a text cut off, the cut may explain it.
  return isLeftOpen && (whole || rows.length < 3) ? parse(text, { ...options, quote: false }) : rows;
}

function completeLines(text: string): string {
  const end = text.lastIndexOf('\n');
  return end === -1 ? text : text.slice(0, end + 1);
}

/** The delimiter that the first lines have the same number of, oftenest; a comma where none does. */
export function likelyDelimiter(text: string): string {
  const lines = text.split(/\r?\n/, 12).filter((line) => line.trim() !== '');
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of [',', ';', '\t', '|']) {
    const counts = lines.map((line) => outsideQuotes(line).split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    const agreeing = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    const score = first === 0 ? 0 : agreeing * 100 + Math.min(first, 50);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function outsideQuotes(line: string): string {
  return line.replace(/"(?:[^"]|"")*"/g, '');
}

function cell(value: string | undefined): string {
  if (value === undefined) return '';
  return value.length > LONGEST_CELL ? `${value.slice(0, LONGEST_CELL)}…` : value;
}
