import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isVersionId, numberOfVersionId, versionIdOfNumber } from './version-id.ts';

test('an id looks like one, gives its number back and never begins like an option', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 48 - 1 }), fc.string(), (number, salt) => {
      const id = versionIdOfNumber(number, salt);
      expect(isVersionId(id)).toBe(true);
      expect(id).not.toContain('-');
      expect(numberOfVersionId(id)).toBe(number);
      expect(versionIdOfNumber(number, salt)).toBe(id);
    }),
  );
});

test('ids of two buckets and of two versions differ', () => {
  const ids = [1, 2, 3].flatMap((number) => ['a', 'b'].map((salt) => versionIdOfNumber(number, salt)));
  expect(new Set(ids).size).toBe(6);
  expect(['', 'v1', 'x'.repeat(31), 'x'.repeat(33), `${'x'.repeat(31)}/`].some(isVersionId)).toBe(false);
  expect(isVersionId('null')).toBe(true);
});
