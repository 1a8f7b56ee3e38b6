import { describe, expect, it } from 'vitest';
import { LONGEST_LINE, textLines, widestColumns } from './text-lines.ts';

describe('textLines', () => {
  it.each([
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\r\nb\rc\n\n', ['a', 'b', 'c', '']],
  ])('splits %j', (text, lines) => expect(textLines(text)).toEqual(lines));
});

describe('widestColumns', () => {
  it('counts East Asian characters twice, and no more than a line is shown of', () => {
    expect(widestColumns(['abc', 'あい', ''])).toBe(4);
    expect(widestColumns(['x'.repeat(LONGEST_LINE + 5)])).toBe(LONGEST_LINE);
  });
});
