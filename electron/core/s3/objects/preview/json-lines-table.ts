import type { PreviewTable } from '../../../../../shared/preview.ts';

const MOST_ROWS = 500;
const MOST_COLUMNS = 60;
const LONGEST_CELL = 2_000;

/**
 * A table from JSON lines: one column for each key that any object has, in the order in which they turn up. Lines
 * that aren't JSON, and values that aren't objects, stand in a column named `value`.
 * @param whole false where the text was cut off: its last line is left out then
 * @returns undefined where hardly a line is JSON
 */
export function jsonLinesTable(
  text: string,
  whole: boolean,
): { table: PreviewTable; cut: boolean } | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!whole && lines.length > 1) lines.pop();
  const filled = lines.filter((line) => line.trim() !== '');
  const values = filled.slice(0, MOST_ROWS).map(fieldsOf);
  const good = values.filter(({ isJson }) => isJson).length;
  if (good === 0 || good < values.length * 0.5) return undefined;
  const names = new Set<string>();
  for (const { fields } of values) for (const name of fields.keys()) names.add(name);
  const columns = [...names].slice(0, MOST_COLUMNS);
  return {
    table: {
      columns: columns.map((name) => ({ name })),
      rows: values.map(({ fields }) => columns.map((name) => fields.get(name) ?? '')),
    },
    cut: filled.length > MOST_ROWS || names.size > MOST_COLUMNS,
  };
}

/** Whether a text that isn't one JSON value is several, one a line. */
export function isJsonLines(text: string): boolean {
  const lines = text.split(/\r?\n/, 3).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.slice(0, 2).every((line) => line.startsWith('{') && fieldsOf(line).isJson);
}

function fieldsOf(line: string): { isJson: boolean; fields: Map<string, string> } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { isJson: true, fields: new Map([['value', shown(value, line)]]) };
    }
    const fields = Object.entries(value).map(([name, field]) => [name, shown(field, line)] as const);
    return { isJson: true, fields: new Map(fields) };
  } catch {
    return { isJson: false, fields: new Map([['value', cut(line)]]) };
  }
}

function shown(value: unknown, line: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return cut(value);
  // A number that JavaScript can't hold is better read in the line itself, but which is a guess; mark it as rounded.
  if (typeof value === 'number' && !Number.isSafeInteger(value) && Number.isInteger(value)) {
    return exactDigits(value, line) ?? `≈ ${value}`;
  }
  return cut(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** The digits of an integer beyond 2⁵³ as the line has them, where only one number there can be it. */
function exactDigits(value: number, line: string): string | undefined {
  const found = new Set((line.match(/-?\d{16,}/g) ?? []).filter((digits) => Number(digits) === value));
  return found.size === 1 ? [...found][0] : undefined;
}

function cut(text: string): string {
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
}
