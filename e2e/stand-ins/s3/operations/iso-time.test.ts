import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoTime } from './iso-time.ts';

test('a time is written as Date writes it', () => {
  const times = fc.integer({ min: Date.UTC(1999), max: Date.UTC(2101) });
  const wholeSeconds = times.map((time) => Math.floor(time / 1000) * 1000);
  fc.assert(
    fc.property(fc.oneof(times, wholeSeconds, fc.constantFrom(0, -1, 86_399_999, 86_400_000)), (time) => {
      expect(isoTime(time)).toBe(new Date(time).toISOString());
    }),
    { numRuns: 2000 },
  );
});
