import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY_SETS } from '../../electron/core/s3/listing/testing/key-sets.ts';
import { failureShapes } from '../stand-ins/s3/index.ts';
import { BUCKET, BY_NAME, type ListingWorld, startListingWorld } from './listing-world.ts';

let world: ListingWorld;
beforeEach(async () => {
  world = await startListingWorld();
});
afterEach(() => world.close());

const sorted = (names: readonly string[]) =>
  names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => `data/${String(i).padStart(7, '0')}`);

describe('listings over real sockets', () => {
  it.each(Object.entries(KEY_SETS))(
    'find each of 20,000 keys once: %s',
    { timeout: 30_000 },
    async (_name, make) => {
      const keys = [...new Set(make(20_000))];
      world.put(keys);
      const listing = world.list();
      const end = await listing.until(({ phase }) => phase !== 'running');
      expect(end).toMatchObject({ phase: 'done', rows: keys.length, seen: keys.length, region: 'eu-west-1' });
      expect(sorted(await listing.names())).toEqual(sorted(keys));
      // At most a third more than one chain of tokens, and what looking ahead costs at first.
      expect(end.calls).toBeLessThanOrEqual((keys.length / 1000) * 1.3 + 64);
    },
  );

  it('show one level of folders and objects', async () => {
    world.put(Array.from({ length: 12_000 }, (_, i) => `photos/${i % 4000}/${i}.jpg`));
    world.put(Array.from({ length: 2_500 }, (_, i) => `photos/loose-${i}.jpg`));
    world.put(['photos/', 'elsewhere/x']);
    const listing = world.list({ kind: 'folder', prefix: 'photos/' });
    const end = await listing.until(({ phase }) => phase !== 'running');
    expect(end).toMatchObject({ phase: 'done', rows: 6_501, folders: 4_000 });
    const names = await listing.names();
    expect(new Set(names).size).toBe(6_501);
    expect(names).toContain('3999/');
    expect(names).toContain('');
  });

  it('answer with the first rows who asks before there are any, and with none where none come', async () => {
    world.put(numbered(20_000));
    const { id } = world.list();
    const first = await world.listings.rows(id, BY_NAME, 0, 10);
    expect(first.rows.map(({ name }) => name)).toEqual(numbered(10));
    world.s3.failNext({ operation: 'ListObjectsV2', times: Infinity, how: { delayMs: 60_000 } });
    const other = world.list({ prefix: 'data/' });
    const asked = world.listings.rows(other.id, BY_NAME, 0, 10);
    world.listings.stop(other.id);
    expect(await asked).toMatchObject({ rows: [], total: 0 });
  });

  it('count by storage class without keeping rows', async () => {
    world.put(numbered(3_000));
    const listing = world.list({ kind: 'measure', prefix: 'data/' });
    const end = await listing.until(({ phase }) => phase !== 'running');
    expect(end).toMatchObject({
      seen: 3_000,
      bytes: 36_000,
      classes: [{ storageClass: 'STANDARD', objects: 3_000, bytes: 36_000 }],
    });
  });

  it('ask S3 only for what begins like a glob, where case can not matter', async () => {
    world.put([...numbered(3_000), '2026-11/x.pdf', '2026-12/y.PDF', '2026-12/z.txt']);
    const listing = world.list({ kind: 'search', criteria: { name: '2026-1*.pdf' } });
    const end = await listing.until(({ phase }) => phase !== 'running');
    expect(end).toMatchObject({ rows: 2, calls: 1, seen: 3 });
    expect(world.s3.calls[0]?.query).toMatchObject({ prefix: '2026-1' });
  });

  it('need one request for a short folder, and tell an empty one at once', async () => {
    world.put(['a/1', 'a/2']);
    const [some, none] = [world.list({ kind: 'folder', prefix: 'a/' }), world.list({ prefix: 'nothing/' })];
    expect(await some.until(({ phase }) => phase === 'done')).toMatchObject({ rows: 2, calls: 1 });
    expect(await none.until(({ phase }) => phase === 'done')).toMatchObject({ rows: 0, calls: 1 });
  });

  it('show the first rows after one answer, while the rest is still asked for', async () => {
    world.put(numbered(20_000));
    world.s3.failNext({ operation: 'ListObjectsV2', after: 1, times: 1000, how: { delayMs: 60_000 } });
    const listing = world.list();
    await listing.until(({ rows }) => rows > 0);
    const { rows, total } = await world.listings.rows(listing.id, BY_NAME, 0, 10);
    expect(rows[0]?.name).toBe('data/0000000');
    expect(total).toBe(1000);
    expect(listing.state?.phase).toBe('running');
  });

  it('list names that were asked for next', { timeout: 30_000 }, async () => {
    world.put(numbered(60_000));
    const listing = world.list();
    world.listings.hasten(listing.id, 'data/00575');
    expect(await listing.until(({ phase }) => phase !== 'running')).toMatchObject({ rows: 60_000 });
    const asked = world.s3.calls.findIndex(({ query }) => query['start-after']?.startsWith('data/00574'));
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(30);
  });
});

describe('listings that meet with faults', () => {
  const keys = numbered(20_000);
  const endsWhole = async (listing: ReturnType<ListingWorld['list']>) => {
    expect(await listing.until(({ phase }) => phase === 'done' || phase === 'failed')).toMatchObject({
      phase: 'done',
      rows: keys.length,
    });
    expect(sorted(await listing.names())).toEqual(keys);
  };
  /** Moves the clock on for everybody who waits, until the listing ends. */
  const patiently = async (listing: ReturnType<ListingWorld['list']>) => {
    const ended = { yet: false };
    void listing.until(({ phase }) => phase === 'done' || phase === 'failed').then(() => (ended.yet = true));
    while (!ended.yet) {
      world.clock.advance(world.clock.nextWake ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };

  it.each([
    ['503s', failureShapes.slowDown],
    ['faults of S3', failureShapes.internalError],
    ['resets', 'reset'],
    ['resets in the middle of a body', 'reset-mid-body'],
    ['pages cut short', 'truncate'],
    ['lost answers', 'lost-answer'],
    ['pages of something in between', 'garbage'],
  ] as const)('lose nothing to %s', async (_name, how) => {
    world.put(keys);
    for (const after of [0, 3, 9, 10, 11])
      world.s3.failNext({ operation: 'ListObjectsV2', after, times: 1, how });
    const listing = world.list();
    await patiently(listing);
    await endsWhole(listing);
  });

  it('say that they wait while S3 wants fewer requests, and give up in the end', async () => {
    world.put(keys);
    world.s3.failNext({ operation: 'ListObjectsV2', after: 1, times: 100_000, how: failureShapes.slowDown });
    const listing = world.list();
    await listing.until(({ phase }) => phase === 'waiting');
    await patiently(listing);
    expect(listing.state).toMatchObject({ phase: 'failed', rows: 1000, error: { code: 's3.throttled' } });
    world.s3.clearFailures();
    world.listings.resume(listing.id);
    await endsWhole(listing);
  });

  it.each(['400', '301'] as const)('find a bucket in another region, told by a %s', async (answer) => {
    await world.close();
    world = await startListingWorld({ region: 'ap-northeast-1', knobs: { regionMismatch: answer } });
    world.put(keys);
    const listing = world.list();
    await endsWhole(listing);
    expect(listing.state?.region).toBe('ap-northeast-1');
    expect(world.s3.calls.filter(({ status }) => status !== 200)).toHaveLength(1);
  });

  it('renew credentials that expire in the middle', async () => {
    world.put(keys);
    world.s3.failNext({ operation: 'ListObjectsV2', after: 7, times: 1, how: failureShapes.expiredToken });
    await endsWhole(world.list());
    expect(world.renewals()).toBe(2);
  });

  it('name what is not allowed', async () => {
    world.put(keys);
    world.s3.deny({ action: 's3:ListBucket' });
    const listing = world.list();
    expect(await listing.until(({ phase }) => phase === 'failed')).toMatchObject({
      error: {
        code: 's3.access-denied',
        params: { action: 's3:ListBucket', resource: `arn:aws:s3:::${BUCKET}` },
      },
    });
  });

  it('keep the rows there are when access ends in the middle, and go on when it is back', async () => {
    world.put(keys);
    world.s3.failNext({ operation: 'ListObjectsV2', after: 12, times: 1, how: failureShapes.accessDenied });
    const listing = world.list();
    const failed = await listing.until(({ phase }) => phase === 'failed');
    expect(failed.rows).toBeGreaterThan(0);
    expect((await listing.names()).length).toBe(failed.rows);
    world.listings.resume(listing.id);
    await endsWhole(listing);
  });

  it('stop at once, and go on where they were', async () => {
    world.put(keys);
    world.s3.knobs.latencyMs = 15;
    const listing = world.list();
    await listing.until(({ rows }) => rows > 2_000);
    world.listings.stop(listing.id);
    expect(listing.state?.phase).toBe('stopped');
    world.listings.resume(listing.id);
    world.listings.stop(listing.id);
    world.listings.resume(listing.id);
    await endsWhole(listing);
  });

  it('leave no request running when nobody wants them any more', async () => {
    world.put(keys);
    world.s3.failNext({ operation: 'ListObjectsV2', after: 2, times: 1000, how: { delayMs: 60_000 } });
    const listing = world.list();
    await listing.until(({ rows }) => rows > 0);
    const sent = world.s3.calls.length;
    await listing.leave();
    expect(listing.state).toBeUndefined();
    expect(() => world.listings.stop(listing.id)).toThrow('work.gone');
    expect(world.s3.calls.length).toBe(sent);
  });
});

describe('refreshed listings', () => {
  it('show what was added, removed and changed, and the old rows until then', async () => {
    const keys = numbered(15_000);
    world.put(keys);
    const listing = world.list();
    const before = await listing.until(({ phase }) => phase === 'done');
    const objects = world.s3.store.bucket(BUCKET).objects;
    objects.delete('data/0000003');
    objects.delete('data/0014999');
    world.put(['data/0000003x', 'zzz', 'data/0007000y']);
    world.s3.store.put(BUCKET, 'data/0000004', { size: 99 });
    world.listings.refresh(listing.id);
    world.listings.refresh(listing.id);
    expect(listing.state).toMatchObject({ phase: 'done', refresh: { phase: 'running' }, rows: 15_000 });
    const { refresh, rows, calls } = await listing.until((state) => state.refresh?.phase !== 'running');
    expect(refresh).toEqual({ phase: 'done', added: 3, removed: 2, changed: 1 });
    expect(rows).toBe(15_001);
    // No looking ahead: where the keys are is known.
    expect(calls - before.calls).toBeLessThanOrEqual(15 + 9);
    expect(new Set(await listing.names()).size).toBe(15_001);
  });

  it('keep the old rows where a refresh fails', async () => {
    world.put(numbered(3_000));
    const listing = world.list();
    await listing.until(({ phase }) => phase === 'done');
    const allow = world.s3.deny({ action: 's3:ListBucket' });
    world.listings.refresh(listing.id);
    const { refresh, rows, phase } = await listing.until((state) => state.refresh?.phase === 'failed');
    expect(refresh).toMatchObject({ error: { code: 's3.access-denied' } });
    expect({ rows, phase }).toEqual({ rows: 3_000, phase: 'done' });
    allow();
    world.listings.refresh(listing.id);
    expect((await listing.until((state) => state.refresh?.phase === 'done')).refresh).toMatchObject({
      added: 0,
    });
  });
});
