import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonLength, compareKeys, justAfter, justBefore } from './key-order.ts';
import { KeySpace } from './key-space.ts';

const key = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }).filter((text) => text.isWellFormed()),
  fc.string({
    unit: fc.constantFrom('a', 'b', '\0', '\uD7FF', '\uE000', '\uFFFF', '🚀', '\u{10FFFF}'),
    minLength: 1,
  }),
);
const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('the order of keys', () => {
  it('is that of their UTF-8 bytes', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(bytes(a, b));
      }),
    );
  });

  it('has nothing between a key and the place just after it', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        if (bytes(b, a) > 0) expect(bytes(b, justAfter(a))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('has every key that begins with a text behind the place just before it', () => {
    fc.assert(
      fc.property(key, key, (text, rest) => {
        const place = justBefore(text);
        if (place === undefined) return;
        expect(place.isWellFormed()).toBe(true);
        expect(bytes(place, text)).toBeLessThan(0);
        expect(bytes(place, text + rest)).toBeLessThan(0);
      }),
    );
  });

  it('never cuts a character in two where texts part', () => {
    expect(commonLength('a🚀', 'a🚁')).toBe(1);
    expect(commonLength('a🚀b', 'a🚀c')).toBe(3);
  });
});

describe('the space between two keys', () => {
  it('is cut at places in order, between its ends', () => {
    fc.assert(
      fc.property(key, key, fc.array(key, { maxLength: 5 }), fc.nat(40), (a, b, known, count) => {
        const [low = '', high = ''] = [a, b].toSorted(compareKeys);
        const places = new KeySpace(low, high, known).places(count);
        const all = [low, ...places, high];
        expect(places.length).toBeLessThanOrEqual(count);
        for (let index = 1; index < all.length && places.length > 0; index += 1) {
          expect(compareKeys(all[index] ?? '', all[index - 1] ?? '')).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is cut into equal parts of the alphabet that its keys are made of', () => {
    const numbers = new KeySpace('n-0000', 'n-9999', ['n-0421', 'n-0007']);
    expect(numbers.places(4)).toEqual(['n-19', 'n-39', 'n-59', 'n-79']);
    const hashes = new KeySpace('0a7f', 'ff', ['01c4', '2e9b']);
    expect(hashes.places(3).map((place) => place[0])).toEqual(['4', '8', 'c']);
  });
});
