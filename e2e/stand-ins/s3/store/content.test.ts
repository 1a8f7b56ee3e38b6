import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatedContent, joinedContent, pieces, storedContent } from './content.ts';

test('made-up content is the same however it is cut', () => {
  const content = generatedContent(200_000, 'a key');
  const whole = content.read(0, content.size);
  fc.assert(
    fc.property(fc.nat(200_000), fc.nat(200_000), (a, b) => {
      const [start, end] = a < b ? [a, b] : [b, a];
      expect(content.read(start, end).equals(whole.subarray(start, end))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('made-up content differs between keys and between its own blocks', () => {
  const content = generatedContent(3 * 65_536, 'one');
  const block = (i: number) => content.read(i * 65_536, (i + 1) * 65_536);
  expect(block(0).equals(block(1))).toBe(false);
  expect(block(1).equals(block(2))).toBe(false);
  expect(content.read(0, 64).equals(generatedContent(3 * 65_536, 'two').read(0, 64))).toBe(false);
});

test('joined content reads across its seams', () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 5 });
  fc.assert(
    fc.property(parts, fc.nat(45), fc.nat(45), (arrays, a, b) => {
      const whole = Buffer.concat(arrays);
      const joined = joinedContent(arrays.map((array) => storedContent(Buffer.from(array))));
      expect(joined.size).toBe(whole.length);
      const [start, end] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)];
      expect(joined.read(start, end).equals(whole.subarray(start, end))).toBe(true);
      expect(Buffer.concat([...pieces(joined)]).equals(whole)).toBe(true);
    }),
  );
});
