import { describe, expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [262_144, '262 kB'],
    [12_100_000, '12.1 MB'],
    [999_949, '1.0 MB'],
    [1_200_000_000, '1.2 GB'],
    [48.8 * 2 ** 40, '53.7 TB'],
  ])('says %d', (bytes, text) => expect(formatBytes('en', bytes)).toBe(text));

  it('follows the locale', () => expect(formatBytes('de', 12_100_000)).toBe('12,1 MB'));
});
