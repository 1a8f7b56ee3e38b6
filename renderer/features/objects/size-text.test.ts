import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSize, sizeText } from './size-text.ts';

describe('parseSize', () => {
  it.each([
    ['500', 500],
    ['0', 0],
    [' 10 MB ', 10 * 2 ** 20],
    ['1.5GiB', 1.5 * 2 ** 30],
    ['2,5 gb', 2.5 * 2 ** 30],
    ['１０ ＭＢ', 10 * 2 ** 20],
    ['3 k', 3072],
    ['10 XB', undefined],
    ['10 iB', undefined],
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
