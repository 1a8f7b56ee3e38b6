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
