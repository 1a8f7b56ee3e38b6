import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnyway, decodeText } from './text-encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());
/** "日付,商品名,数量" and a row of katakana, in the bytes that other programs write. */
const SHIFT_JIS = Buffer.from(
  '93fa95742c8fa49569 96bc2c909497ca0d0a834a8381838989 83'.replaceAll(' ', ''),
  'hex',
);
const EUC_JP = Buffer.from('c6fcc9d52cbea6c9caccbe2cbff4cecc0d0a', 'hex');

describe('decodeText', () => {
  it.each([
    ['plain', 'a,b\n1,2\n'],
    ['accents', 'Grüße, Ærøskøbing'],
    ['Japanese', '日付,商品名\n2026-11-24,カメラ\n'],
    ['emoji', '👩‍👩‍👧 and 🏳️‍🌈'],
  ])('reads %s UTF-8', (_name, text) => {
    expect(decodeText(utf8(text), true)).toEqual({ text, encoding: 'utf-8' });
  });

  it('takes byte order marks for what they are, and leaves them out', () => {
    expect(decodeText(utf8('\uFEFFa'), true)).toEqual({ text: 'a', encoding: 'utf-8' });
    expect(decodeText(utf16('\uFEFF日本'), true)).toEqual({ text: '日本', encoding: 'utf-16le' });
    expect(decodeText(swapped(utf16('\uFEFF日本')), true)).toEqual({ text: '日本', encoding: 'utf-16be' });
  });

  it('finds UTF-16 without a mark', () => {
    const text = 'name,amount\r\nGrüße,12\r\n';
    expect(decodeText(utf16(text), true)).toEqual({ text, encoding: 'utf-16le' });
    expect(decodeText(swapped(utf16(text)), true)).toEqual({ text, encoding: 'utf-16be' });
  });

  it('leaves out a character that was cut off, but only where more follows', () => {
    const cut = utf8('ab日').subarray(0, 4);
    expect(decodeText(cut, false)).toEqual({ text: 'ab', encoding: 'utf-8' });
    expect(decodeText(cut, true)?.encoding).not.toBe('utf-8');
  });

  it('tells Shift_JIS from EUC-JP', () => {
    const shiftJis = decodeText(SHIFT_JIS, false);
    expect(shiftJis?.encoding).toBe('shift_jis');
    expect(shiftJis?.text).toContain('日付,商品名,数量\r\nカメラ');
    expect(decodeText(EUC_JP, true)).toEqual({ text: '日付,商品名,数量\r\n', encoding: 'euc-jp' });
  });

  it('reads Western text for what it is, though it is well-formed Shift_JIS', () => {
    const bytes = new Uint8Array(Buffer.from('Caf\xe9 cr\xe8me, 3 \x80 \x96 na\xefve', 'latin1'));
    expect(decodeText(bytes, true)).toEqual({ text: 'Café crème, 3 € – naïve', encoding: 'latin1' });
  });

  it('says that pictures and programs are no text', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    expect(decodeText(png, true)).toBeUndefined();
    expect(decodeText(new Uint8Array([1, 2, 3, 4, 5, 6]), true)).toBeUndefined();
    const noise = Uint8Array.from(
      { length: 4096 },
      (_, index) => (index * 7919 + (index >> 3) * 104729) & 0xff,
    );
    expect(decodeText(noise, true)).toBeUndefined();
    expect(decodeAnyway(noise, true).encoding).toBe('latin1');
  });

  it('gives any text back that is well-formed and has no control characters', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, (any) => {
        // eslint-disable-next-line no-control-regex -- left to the test above
        fc.pre(!/[\u0000-\u001f\u007f-\u009f\ufeff]/.test(any));
        expect(decodeText(utf8(any), true)).toEqual({ text: any, encoding: 'utf-8' });
      }),
    );
  });
});
