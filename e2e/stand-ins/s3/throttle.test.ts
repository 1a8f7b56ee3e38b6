import { expect, test } from 'vitest';
import type { S3Request } from './http/s3-request.ts';
import { type SlowDown, Throttle } from './throttle.ts';

/** Admits one request about a bucket after another, none of them answered. */
function admitting(throttle: Throttle, limits: SlowDown | undefined) {
  return (now = 0, bucket = 'b') => throttle.admit(limits, { bucket } as S3Request, now);
}

test('no limits, no refusals', () => {
  const admit = admitting(new Throttle(), undefined);
  expect(Array.from({ length: 100 }, () => admit().isRefused)).not.toContain(true);
});

test('every third of the bucket', () => {
  const admit = admitting(new Throttle(), { bucket: 'b', everyNth: 3 });
  expect([admit(), admit(), admit(0, 'other'), admit(), admit()].map((each) => each.isRefused)).toEqual([
    false,
    false,
    false,
    true,
    false,
  ]);
});

test('more than two at once: refused ones aren’t in flight, answered ones make room', () => {
  const admit = admitting(new Throttle(), { maxInFlight: 2 });
  const first = admit();
  expect([first, admit(), admit(), admit()].map((each) => each.isRefused)).toEqual([
    false,
    false,
    true,
    true,
  ]);
  first.leave();
  expect([admit().isRefused, admit().isRefused]).toEqual([false, true]);
});

test('more than two in a second', () => {
  const admit = admitting(new Throttle(), { perSecond: 2 });
  const times = [1000, 1500, 1999, 2000, 2001, 2002];
  expect(times.map((now) => admit(now).isRefused)).toEqual([false, false, true, false, false, true]);
});
