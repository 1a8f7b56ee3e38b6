import { expect, it } from 'vitest';
import { FakeClock } from '../../support/fake-clock.ts';
import { PlanStore } from './plan-store.ts';

it('holds a plan for ten minutes', () => {
  const clock = new FakeClock();
  const plans = new PlanStore<string>(clock);
  const id = plans.add('plan');
  clock.advance(600_000);
  expect(plans.get(id)).toBe('plan');
  clock.advance(1);
  expect(() => plans.get(id)).toThrow('work.gone');
});

it('holds the last 32', () => {
  const plans = new PlanStore<number>(new FakeClock());
  const ids = Array.from({ length: 33 }, (_, number) => plans.add(number));
  expect(() => plans.get(ids[0] ?? '')).toThrow('work.gone');
  expect(ids.slice(1).map((id) => plans.get(id))).toEqual(Array.from({ length: 32 }, (_, n) => n + 1));
});

it('has a plan only until it is used', () => {
  const plans = new PlanStore<string>(new FakeClock());
  const id = plans.add('plan');
  plans.delete(id);
  expect(() => plans.get(id)).toThrow('work.gone');
});
