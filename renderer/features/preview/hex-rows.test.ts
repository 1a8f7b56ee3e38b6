import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, hexRow, parseOffset } from './hex-rows.ts';

describe('hexRow', () => {
  it('shows digits, a gap in the middle, and printable characters', () => {
    const bytes = new TextEncoder().encode('Hello, wörld!\n');
    expect(hexRow(bytes, 4096, 0, 16)).toEqual({
      offset: '00001000',
      hex: '48 65 6c 6c 6f 2c 20 77  c3 b6 72 6c 64 21 0a   ',
      ascii: 'Hello, w..rld!.',
    });
    expect(hexRow(bytes, 0, 1, 8).hex).toBe('c3 b6 72 6c  64 21 0a   ');
  });

  it('loses no byte, whatever the width', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(8, 16), (bytes, perRow) => {
        const rows = Array.from({ length: Math.ceil(bytes.length / perRow) }, (_, row) =>
          hexRow(bytes, 0, row, perRow),
        );
        const digits = rows.map(({ hex }) => hex.replaceAll(' ', '')).join('');
        expect(digits).toBe([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
        expect(rows.map(({ ascii }) => ascii).join('')).toHaveLength(bytes.length);
      }),
    );
  });

  it('reads base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(bytesOf(btoa(String.fromCharCode(...bytes)))).toEqual(bytes);
      }),
    );
  });
});

describe('parseOffset', () => {
  it.each([
    ['4096', 4096],
    [' 4,096 ', 4096],
    ['0x1000', 4096],
    ['0XfF', 255],
    ['9999', undefined],
    ['-1', undefined],
    ['1e3', undefined],
    ['ff', undefined],
    ['', undefined],
  ])('reads %j', (text, offset) => expect(parseOffset(text, 5000)).toBe(offset));
});
