import { describe, expect, it } from 'vitest';
import { fromLocalField, toLocalField } from './local-time.ts';

describe('a local time field', () => {
  it('comes back to the same second, whose end is meant', () => {
    for (const at of [Date.UTC(2026, 0, 15, 3, 4, 5), Date.UTC(2026, 6, 15, 23, 59, 59)]) {
      expect(toLocalField(at)).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d$/);
      expect(fromLocalField(toLocalField(at))).toBe(at + 999);
    }
    expect(fromLocalField('')).toBeUndefined();
  });
});
