import { formatNumber } from './format.ts';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'] as const;

/**
 * Bytes as people compare them: `512 B`, `11.5 MB`. Units are powers of 1,024, as in the S3 console, on the bill and
 * in S3's own limits (a part's least "5 MB" are 5,242,880 bytes), so that the same object has the same size here.
 * @param bytes whole, not negative
 */
export function formatBytes(locale: string, bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 1,023.5 would be rounded to 1,024, which the next unit says better.
  while (value >= (unit === 0 ? 1024 : 1023.5) && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(locale, value, unit === 0 || value >= 99.95 ? 0 : 1)} ${UNITS[unit]}`;
}
