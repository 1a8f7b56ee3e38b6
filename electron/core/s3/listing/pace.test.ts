import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../support/fake-clock.ts';
import { Pace } from './pace.ts';

const signal = () => new AbortController().signal;

function quick(pace: Pace, answers: number): void {
  for (let index = 0; index < answers; index += 1) pace.answered(pace.limit, 50);
}

describe('the pace of a listing', () => {
  it('begins with one request, goes on with eight and grows to twenty-four, or more from afar', () => {
    const pace = new Pace(new FakeClock());
    expect(pace.limit).toBe(1);
    quick(pace, 1);
    expect(pace.limit).toBe(8);
    quick(pace, 8);
    expect(pace.limit).toBe(16);
    quick(pace, 500);
    expect(pace.limit).toBe(24);
    const afar = new Pace(new FakeClock());
    for (let index = 0; index < 500; index += 1) afar.answered(afar.limit, 200);
    expect(afar.limit).toBe(64);
  });

  it('grows no further while answers take much longer than the fastest, or the limit is not reached', () => {
    const pace = new Pace(new FakeClock());
    quick(pace, 5);
    const { limit } = pace;
    for (let index = 0; index < 100; index += 1) pace.answered(pace.limit - 1, 50);
    expect(pace.limit).toBe(limit);
    for (let index = 0; index < 40; index += 1) pace.answered(0, 900);
    for (let index = 0; index < 40; index += 1) pace.answered(pace.limit, 900);
    expect(pace.limit).toBe(limit);
  });

  it('halves once for all that are refused together, and waits longer each time', async () => {
    const clock = new FakeClock();
    const pace = new Pace(clock);
    quick(pace, 25);
    const waits: number[] = [];
    for (const limit of [12, 6, 3]) {
      const refused = Promise.all([pace.refused(signal()), pace.refused(signal()), pace.refused(signal())]);
      expect(pace.isWaiting).toBe(true);
      waits.push(await clock.skip());
      await refused;
      expect(pace).toMatchObject({ isWaiting: false, limit });
    }
    for (const [turn, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(250 * 2 ** turn);
      expect(wait).toBeLessThanOrEqual(500 * 2 ** turn);
    }
  });

  it('stops waiting at once when nobody wants it any more', async () => {
    const end = new AbortController();
    const pace = new Pace(new FakeClock());
    const refused = pace.refused(end.signal);
    end.abort(new Error('gone'));
    await expect(refused).rejects.toThrow('gone');
    expect(pace.isWaiting).toBe(false);
  });
});
