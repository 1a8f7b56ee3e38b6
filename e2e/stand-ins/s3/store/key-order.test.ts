import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from './key-order.ts';

test('orders keys as their UTF-8 bytes order', () => {
  fc.assert(
    fc.property(key(), key(), (a, b) => {
      const expected = Buffer.compare(Buffer.from(a), Buffer.from(b));
      expect(Math.sign(compareKeys(a, b))).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('puts an emoji after a full-width letter, which UTF-16 would put before it', () => {
  expect(['🌸', 'Ａ'].toSorted()).toEqual(['🌸', 'Ａ']);
  expect(['🌸', 'Ａ'].toSorted(compareKeys)).toEqual(['Ａ', '🌸']);
});

/** Short keys of few characters, so that pairs often share a beginning. */
function key(): fc.Arbitrary<string> {
  const character = fc.constantFrom('a', 'b', '/', '~', 'é', '\uE000', '\uFFFD', 'Ａ', '🌸', '🚀', '𝔸');
  return fc.array(character, { maxLength: 5 }).map((characters) => characters.join(''));
}
