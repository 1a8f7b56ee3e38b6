import type { ParquetParsers, SchemaTree } from 'hyparquet';

/** Longer cells are cut: a table is to be looked over. */
const LONGEST_CELL = 2_000;

/**
 * Times as text at once: a Date would lose what is finer than a millisecond. Without a zone; the column's type says
 * whether it is UTC.
 */
export const TEXT_PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis) => timeText(millis, 3),
  timestampFromMicroseconds: (micros) => timeText(micros, 6),
  timestampFromNanoseconds: (nanos) => timeText(nanos, 9),
  dateFromDays: (days) => dateText(BigInt(days)),
};

function timeText(count: bigint, digits: 3 | 6 | 9): string {
  const perSecond = 10n ** BigInt(digits);
  const fraction = ((count % perSecond) + perSecond) % perSecond;
  const seconds = (count - fraction) / perSecond;
  const secondOfDay = ((seconds % 86_400n) + 86_400n) % 86_400n;
  const two = (value: bigint) => String(value).padStart(2, '0');
  const clock = `${two(secondOfDay / 3600n)}:${two((secondOfDay / 60n) % 60n)}:${two(secondOfDay % 60n)}`;
  const rest = fraction === 0n ? '' : `.${String(fraction).padStart(digits, '0')}`;
  return `${dateText((seconds - secondOfDay) / 86_400n)} ${clock}${rest}`;
}

/** @param days since 1970-01-01 */
function dateText(days: bigint): string {
  const date = new Date(Number(days) * 86_400_000);
  return Number.isNaN(date.getTime()) ? `day ${days}` : date.toISOString().replace(/T.*$/, '');
}

/** A cell's value as text: empty for null, JSON for what is nested, hexadecimal for bytes that aren't text. */
export function parquetCell(value: unknown): string {
  const text = plainText(value);
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Uint8Array) return bytesText(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return JSON.stringify(value, forJson);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  return String(value);
}

function forJson(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Uint8Array ? bytesText(value) : value;
}

function bytesText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // eslint-disable-next-line no-control-regex -- these are what tells bytes from text
    if (!/[\u0000-\u0008\u000e-\u001f]/.test(text)) return text;
  } catch {
    // Not text.
  }
  return `0x${Buffer.from(bytes.subarray(0, LONGEST_CELL / 2)).toString('hex')}`;
}

/** A column's type in a few words: the logical type where there is one, else the physical. */
export function parquetType({ element, children }: SchemaTree): string {
  const { logical_type: logical, converted_type: converted, type } = element;
  switch (logical?.type) {
    case 'TIMESTAMP':
      return `timestamp(${unit(logical.unit)}${logical.isAdjustedToUTC ? ', UTC' : ''})`;
    case 'TIME':
      return `time(${unit(logical.unit)})`;
    case 'DECIMAL':
      return `decimal(${logical.precision}, ${logical.scale})`;
    case 'INTEGER':
      return `${logical.isSigned ? 'int' : 'uint'}${logical.bitWidth}`;
  }
  if (logical !== undefined) return logical.type.toLowerCase();
  if (converted === 'UTF8') return 'string';
  if (converted === 'DECIMAL') return `decimal(${element.precision ?? '?'}, ${element.scale ?? 0})`;
  if (converted !== undefined) return converted.toLowerCase();
  return children.length > 0 ? 'struct' : (type ?? '').toLowerCase();
}

function unit(name: 'MILLIS' | 'MICROS' | 'NANOS'): string {
  return { MILLIS: 'ms', MICROS: 'µs', NANOS: 'ns' }[name];
}
