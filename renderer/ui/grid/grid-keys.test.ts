import { describe, expect, it } from 'vitest';
import { moveInGrid } from './grid-keys.ts';

describe('moveInGrid', () => {
  it.each([
    ['ArrowDown', 4, 5],
    ['ArrowDown', 99, 99],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 0, 0],
    ['PageDown', 4, 14],
    ['PageDown', 95, 99],
    ['PageUp', 4, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s from %d goes to %d', (key, index, next) => {
    expect(moveInGrid(key, { index, rowCount: 100, pageSize: 10 })).toBe(next);
  });

  it('leaves other keys alone, and has nowhere to go without rows', () => {
    expect(moveInGrid('x', { index: 0, rowCount: 9, pageSize: 3 })).toBeUndefined();
    expect(moveInGrid('ArrowDown', { index: -1, rowCount: 0, pageSize: 3 })).toBeUndefined();
  });
});
