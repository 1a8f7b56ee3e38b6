import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSize, sizeText } from './size-text.ts';

describe('parseSize', () => {
  it.each([
    ['500', 500],
    ['0', 0],
    [' 10 MB ', 10_000_000],
    ['1.5GiB', 1.5 * 2 ** 30],
    ['2,5 gb', 2_500_000_000],
    ['１０ ＭＢ', 10_000_000],
    ['10 XB', undefined],
    ['-1', undefined],
    ['', undefined],
    ['99999999 PB', undefined],
  ])('reads %j as %j', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (bytes) => {
        expect(parseSize(sizeText(bytes))).toBe(bytes);
      }),
    );
  });
});
