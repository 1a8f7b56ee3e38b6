import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const now = Date.UTC(2026, 10, 24, 9, 0, 0);
const answer = (header: string) => ({ $response: { headers: { 'retry-after': header } } });

describe('retryAfterMs', () => {
  it.each([
    ['3', 3_000],
    [' 0 ', 0],
    ['Tue, 24 Nov 2026 09:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('reads %j as %s ms', (header, ms) => {
    expect(retryAfterMs(answer(header), now)).toBe(ms);
  });

  it('finds nothing where there is no answer', () => {
    for (const thrown of [undefined, null, new Error('x'), { $response: {} }]) {
      expect(retryAfterMs(thrown, now)).toBeUndefined();
    }
  });
});
