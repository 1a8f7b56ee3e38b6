import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeClone, encodeClone } from './clone.ts';

const roundTrip = (value: unknown) => decodeClone(encodeClone(value));

describe('values on their way', () => {
  test('arrive as structuredClone would give them', () => {
    const value = fc.anything({
      withDate: true,
      withMap: true,
      withSet: true,
      withBigInt: true,
      withTypedArray: true,
      key: fc.oneof(fc.string(), fc.constantFrom('$', '$$', '__proto__', 'constructor', '0')),
    });
    fc.assert(
      fc.property(value, (given) => {
        expect(roundTrip(given)).toEqual(structuredClone(given));
      }),
    );
  });

  test('an object that is there twice, or in itself, stays one object', () => {
    const shared = { n: 1 };
    const value: Record<string, unknown> = { first: shared, second: [shared] };
    value['self'] = value;
    const back = roundTrip(value) as { first: object; second: object[]; self: object };
    expect(back.second[0]).toBe(back.first);
    expect(back.self).toBe(back);
  });

  test('an error keeps its kind and its message', () => {
    const back = roundTrip(new RangeError('too far')) as Error;
    expect([back instanceof RangeError, back.message]).toEqual([true, 'too far']);
  });

  test.each([
    ['a function', () => 0],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a function deep inside', { a: [new Map([[1, () => 0]])] }],
  ])('%s can’t be cloned', (_name, value) => {
    expect(() => encodeClone(value)).toThrow('An object could not be cloned.');
  });
});
