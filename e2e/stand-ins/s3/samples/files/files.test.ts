import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { parquet } from './parquet.ts';
import { onePagePdf } from './pdf.ts';
import { barChart, png } from './png.ts';
import { chime, wav } from './wav.ts';

test('a Parquet file is read back by another’s reader', async () => {
  const rows = fc.array(
    fc.record({
      id: fc.integer(),
      amount: fc.double({ noNaN: true }),
      name: fc.string({ unit: 'grapheme' }),
      at: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 17 }), async (all, rowsPerGroup) => {
      const bytes = parquet(
        [
          { name: 'id', kind: 'integer', values: all.map((row) => row.id) },
          { name: 'amount', kind: 'number', values: all.map((row) => row.amount) },
          { name: 'name', kind: 'text', values: all.map((row) => row.name) },
          { name: 'at', kind: 'time', values: all.map((row) => row.at.getTime()) },
        ],
        rowsPerGroup,
      );
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
      expect(await parquetReadObjects({ file })).toEqual(all.map((row) => ({ ...row, id: BigInt(row.id) })));
    }),
    { numRuns: 50 },
  );
});

test('a PNG has its size, its pixels and right checksums', () => {
  const picture = png(3, 2, (x, y) => [x, y, 255]);
  expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([3, 2]);
  const length = picture.readUInt32BE(33);
  expect(picture.toString('latin1', 37, 41)).toBe('IDAT');
  const pixels = inflateSync(picture.subarray(41, 41 + length));
  expect([...pixels]).toEqual([0, 0, 0, 255, 1, 0, 255, 2, 0, 255, 0, 0, 1, 255, 1, 1, 255, 2, 1, 255]);
  // The same four bytes that end every PNG.
  expect(picture.subarray(-4).toString('hex')).toBe('ae426082');
  expect(barChart(64, 32, [1, 2, 3]).length).toBeGreaterThan(100);
});

test('a PDF’s table says where its objects are', () => {
  const pdf = onePagePdf(['Invoice (42)', 'back\\slash', '£ 10']).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
  const offsets = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));
  expect(offsets).toHaveLength(5);
  for (const [i, offset] of offsets.entries()) expect(pdf.slice(offset)).toMatch(`${i + 1} 0 obj\n`);
  const stream = /\/Length (\d+) >>\nstream\n([^]*?)\nendstream/.exec(pdf);
  expect(stream?.[2]?.length).toBe(Number(stream?.[1]));
  expect(pdf).toContain('(Invoice \\(42\\)) Tj');
});

test('a WAV file’s header fits its samples', () => {
  const sound = wav(0.5, (time) => Math.sin(time));
  expect(sound.length).toBe(44 + 4000 * 2);
  expect([sound.readUInt32LE(4), sound.readUInt32LE(40)]).toEqual([sound.length - 8, sound.length - 44]);
  expect(sound.readInt16LE(44)).toBe(0);
  expect(chime().length).toBe(44 + 12_800 * 2);
});
