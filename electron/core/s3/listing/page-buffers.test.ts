import { expect, it } from 'vitest';
import { PageBuffers } from './page-buffers.ts';

it('gives a buffer out again once it came back, and never twice at once', () => {
  const buffers = new PageBuffers();
  const first = buffers.take(100_000);
  expect(first.byteLength).toBeGreaterThanOrEqual(100_000);
  expect(buffers.take(100_000)).not.toBe(first);
  buffers.giveBack(first);
  expect(buffers.take(90_000)).toBe(first);
  expect(buffers.take(90_000)).not.toBe(first);
});

it('never gives one that is too small, and keeps none that is detached or huge', () => {
  const buffers = new PageBuffers();
  buffers.giveBack(buffers.take(10));
  expect(buffers.take(300_000).byteLength).toBeGreaterThanOrEqual(300_000);
  const gone = buffers.take(10);
  structuredClone(gone, { transfer: [gone] });
  buffers.giveBack(gone);
  expect(buffers.take(10).byteLength).toBeGreaterThan(0);
  const huge = new ArrayBuffer(5_000_000);
  buffers.giveBack(huge);
  expect(buffers.take(1_000_000)).not.toBe(huge);
});
