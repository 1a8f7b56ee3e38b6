import { afterEach, beforeEach, expect, it } from 'vitest';
import { BUCKET, type ListingWorld, startListingWorld } from './listing-world.ts';

let world: ListingWorld;
beforeEach(async () => {
  world = await startListingWorld();
});
afterEach(() => world.close());

it('lists again what was complete, and nothing that a person stopped', async () => {
  world.put(Array.from({ length: 20_000 }, (_, index) => `data/${String(index).padStart(7, '0')}`));
  const complete = world.list({ kind: 'folder' });
  await complete.until(({ phase }) => phase === 'done');
  world.s3.knobs.latencyMs = 15;
  const stopped = world.list();
  await stopped.until(({ rows }) => rows > 2_000);
  world.listings.stop(stopped.id);
  world.listings.refreshBucket(BUCKET);
  expect(stopped.state).toMatchObject({ phase: 'stopped' });
  expect(stopped.state?.refresh).toBeUndefined();
  const { refresh } = await complete.until(({ refresh }) => (refresh?.phase ?? 'running') !== 'running');
  expect(refresh).toMatchObject({ phase: 'done' });
});

it('lists again what was still being listed, once it is through', async () => {
  const keys = Array.from({ length: 5_000 }, (_, index) => `data/${String(index).padStart(7, '0')}`);
  world.put(keys);
  world.s3.knobs.latencyMs = 15;
  const running = world.list();
  await running.until(({ rows }) => rows > 0);
  const gone = keys[0] ?? '';
  world.s3.store.bucket(BUCKET).objects.delete(gone);
  world.listings.refreshBucket(BUCKET);
  const { refresh, rows } = await running.until(({ refresh }) => refresh?.phase === 'done');
  expect(refresh).toMatchObject({ removed: 1, added: 0 });
  expect(rows).toBe(keys.length - 1);
});
