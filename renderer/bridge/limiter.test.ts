import { describe, expect, it } from 'vitest';
import { createLimiter } from './limiter.ts';

describe('createLimiter', () => {
  it('runs no more at once than it may, in order, and goes on after a failure', async () => {
    const run = createLimiter(2);
    let now = 0;
    let most = 0;
    const order: number[] = [];
    const task = (id: number) => async () => {
      order.push(id);
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      await Promise.resolve();
      now -= 1;
      if (id === 1) throw new Error('refused');
      return id;
    };
    const results = await Promise.allSettled([0, 1, 2, 3, 4].map((id) => run(task(id))));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    await expect(run(task(5))).resolves.toBe(5);
  });
});
