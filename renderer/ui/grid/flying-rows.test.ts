import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FlyingRows } from './flying-rows.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function makeFlying() {
  const rows = document.createElement('div');
  let landed = 0;
  const flying = new FlyingRows(
    () => rows,
    () => (landed += 1),
  );
  return { rows, flying, landed: () => landed };
}

it('moves rows along without drawing any, and draws once it rests', () => {
  const { rows, flying, landed } = makeFlying();
  flying.moveTo(4000);
  vi.advanceTimersByTime(50);
  flying.moveTo(9000);
  vi.advanceTimersByTime(50);
  expect([rows.style.transform, 'flying' in rows.dataset, landed()]).toEqual(['translateY(9000px)', true, 0]);
  vi.advanceTimersByTime(50);
  expect([rows.style.transform, 'flying' in rows.dataset, landed()]).toEqual(['', false, 1]);
  expect(flying.isFlying).toBe(false);
});

it('stops at once when told to, and draws nothing then', () => {
  const { rows, flying, landed } = makeFlying();
  flying.moveTo(100);
  flying.stop();
  expect([rows.style.transform, 'flying' in rows.dataset, flying.isFlying]).toEqual(['', false, false]);
  vi.advanceTimersByTime(500);
  expect(landed()).toBe(0);
});
