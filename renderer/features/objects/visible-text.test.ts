import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitName, visibleText } from './visible-text.ts';

describe('visibleText', () => {
  it.each([
    ['plain name.txt', 'plain name.txt'],
    ['日本語 ☺️.txt', '日本語 ☺️.txt'],
    ['a\nb\0c\u007F', 'a‹LF›b‹NUL›c‹DEL›'],
    [' lead and trail ', '␣lead and trail␣'],
    ['trail  /', 'trail␣␣/'],
    ['exe\u202Ecod.txt', 'exe‹202E›cod.txt'],
    ['zero\u200Bwidth', 'zero‹200B›width'],
  ])('shows %j as %j', (text, shown) => {
    expect(visibleText(text)).toEqual({ text: shown, odd: shown !== text });
  });

  it('leaves nothing in it that prints nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleText(text).text;
        // oxlint-disable-next-line no-control-regex
        expect(shown).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E\u200B]|^ | $/);
        expect(visibleText(shown).text).toBe(shown);
      }),
    );
  });
});

describe('splitName', () => {
  it('loses nothing, and never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const [head, tail] = splitName(name);
        expect(head + tail).toBe(name);
        expect(tail).not.toMatch(/^[\uDC00-\uDFFF]/);
      }),
    );
  });
});
