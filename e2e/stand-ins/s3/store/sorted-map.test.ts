import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from './key-order.ts';
import { SortedMap, type Start } from './sorted-map.ts';

const STARTS: readonly Start[] = ['at', 'after', 'beyond-prefix'];

test('behaves like a sorted list of pairs', () => {
  const change = fc.record({ key: smallKey(), remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), smallKey(), (changes, place) => {
      const map = new SortedMap<string>();
      const model = new Map<string, string>();
      changes.forEach(({ key, remove }, i) => {
        if (remove) expect(map.delete(key)).toBe(model.delete(key));
        else {
          map.set(key, `${key}#${i}`);
          model.set(key, `${key}#${i}`);
        }
      });
      const sorted = [...model].sort(([a], [b]) => compareKeys(a, b));
      expect(map.size).toBe(model.size);
      expect([...map.values()]).toEqual(sorted.map(([, value]) => value));
      expect(map.get(place)).toBe(model.get(place));
      for (const start of STARTS) {
        const expected = sorted.filter(([key]) => isAtOrBeyond(key, place, start)).map(([, value]) => value);
        expect([...map.from(place, start)]).toEqual(expected);
      }
    }),
    { numRuns: 500 },
  );
});

test('keeps its order over many blocks, whichever way the keys arrive', () => {
  const keys = Array.from({ length: 5000 }, (_, i) => `key-${String(i).padStart(5, '0')}`);
  const interleaved = keys.map((_, i) => keys[(i * 2741) % keys.length] as string);
  for (const arrival of [keys, keys.toReversed(), interleaved]) {
    const map = new SortedMap<string>();
    for (const key of arrival) map.set(key, key);
    expect([...map.values()]).toEqual(keys);
    expect(map.from('key-02500', 'after').next().value).toBe('key-02501');
    for (const key of arrival) if (key !== 'key-04999') map.delete(key);
    expect([...map.values()]).toEqual(['key-04999']);
  }
});

function isAtOrBeyond(key: string, place: string, start: Start): boolean {
  const order = compareKeys(key, place);
  if (start === 'at') return order >= 0;
  if (start === 'after') return order > 0;
  return order > 0 && !key.startsWith(place);
}

function smallKey(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom('a', 'b', '/', '🌸', 'Ａ'), { maxLength: 4 })
    .map((parts) => parts.join(''));
}
