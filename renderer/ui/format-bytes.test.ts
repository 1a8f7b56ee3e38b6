import { describe, expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1.0 KB'],
    [262_144, '256 KB'],
    [12_104_233, '11.5 MB'],
    [99.97 * 2 ** 20, '100 MB'],
    [2 ** 20 - 100, '1.0 MB'],
    [1_200_000_000, '1.1 GB'],
    [48.8 * 2 ** 40, '48.8 TB'],
  ])('says %d', (bytes, text) => expect(formatBytes('en', bytes)).toBe(text));

  it('follows the locale', () => expect(formatBytes('de', 12_104_233)).toBe('11,5 MB'));
});
