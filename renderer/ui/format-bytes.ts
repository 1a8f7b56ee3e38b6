import { formatNumber } from './format.ts';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'] as const;

/** Bytes as people compare them: `512 B`, `12.1 MB` (powers of 1,000). @param bytes whole, not negative */
export function formatBytes(locale: string, bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 999.5 would be rounded to 1,000, which the next unit says better.
  while (value >= (unit === 0 ? 1000 : 999.5) && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(locale, value, unit === 0 || value >= 100 ? 0 : 1)} ${UNITS[unit]}`;
}
