import { expect, test } from 'vitest';
import { OneTimeKey } from './one-time-key.ts';

test('a key has 256 bits and works once', () => {
  const key = new OneTimeKey();
  expect(Buffer.from(key.value, 'base64url')).toHaveLength(32);
  expect(key.spend(key.value)).toBe(true);
  expect(key.spend(key.value)).toBe(false);
});

test('a wrong guess neither works nor uses the key up', () => {
  const key = new OneTimeKey();
  for (const guess of ['', 'x', `${key.value}x`, key.value.slice(1), new OneTimeKey().value]) {
    expect(key.spend(guess)).toBe(false);
  }
  expect(key.spend(key.value)).toBe(true);
});
