import { expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import type { RoleCredentials } from './portal-client.ts';
import { RoleCredentialsCache } from './role-credentials-cache.ts';

const HOUR = 3_600_000;

function makeCache(lifetime = HOUR) {
  const clock = new FakeClock();
  const cache = new RoleCredentialsCache(clock);
  let fetched = 0;
  const get = (owner = 'acme') =>
    cache.get(owner, `role of ${owner}`, async (): Promise<RoleCredentials> => {
      fetched += 1;
      return {
        accessKeyId: `AKIA${fetched}`,
        secretAccessKey: 's',
        sessionToken: 't',
        expiresAt: clock.now() + lifetime,
      };
    });
  return { cache, get, clock, fetched: () => fetched };
}

/** A request that ends when it is told to. */
function held() {
  const answer = Promise.withResolvers<RoleCredentials>();
  const begun: AbortSignal[] = [];
  const fetch = (signal: AbortSignal) => {
    begun.push(signal);
    return answer.promise;
  };
  const end = () => answer.resolve({ accessKeyId: 'A', secretAccessKey: 's', expiresAt: Infinity });
  return { fetch, begun, end };
}

it('fetches once for all who ask at the same time', async () => {
  const { get, fetched } = makeCache();
  await Promise.all([get(), get(), get()]);
  expect(fetched()).toBe(1);
});

it('renews expired credentials once, however many requests hear of it, and however late', async () => {
  const { cache, get, fetched } = makeCache();
  const old = await get();
  cache.drop('role of acme', old);
  const renewed = await get();
  expect(renewed.accessKeyId).toBe('AKIA2');
  // Requests that were under way with the old ones.
  for (let late = 0; late < 60; late += 1) cache.drop('role of acme', old);
  expect(await get()).toBe(renewed);
  expect(fetched()).toBe(2);
});

it('never renews what never ends', async () => {
  const { get, clock, fetched } = makeCache(Infinity);
  const first = await get();
  clock.advance(1000 * 24 * HOUR);
  expect(await get()).toBe(first);
  expect(fetched()).toBe(1);
});

it('drops what came through one session, and nobody else’s', async () => {
  const { cache, get, clock, fetched } = makeCache();
  await get('acme');
  const others = await get('globex');
  expect(cache.dropOwner('acme')).toBe(clock.now() + HOUR);
  expect(cache.dropOwner('acme')).toBeUndefined();
  expect(await get('globex')).toBe(others);
  await get('acme');
  expect(fetched()).toBe(3);
});

it('keeps nothing that was under way when its session ended, and lets another’s go on', async () => {
  const { cache } = makeCache();
  const [ours, theirs] = [held(), held()];
  const waiting = [cache.get('acme', 'a', ours.fetch), cache.get('globex', 'g', theirs.fetch)];
  await Promise.resolve();
  cache.dropOwner('acme');
  ours.end();
  theirs.end();
  await Promise.all(waiting);
  await Promise.all([cache.get('acme', 'a', ours.fetch), cache.get('globex', 'g', theirs.fetch)]);
  expect([ours.begun.length, theirs.begun.length]).toEqual([2, 1]);
});

it('ends what is under way where it is told why', async () => {
  const { cache } = makeCache();
  const { fetch, begun } = held();
  const over = new Error('signed out');
  void cache.get('acme', 'a', fetch);
  await Promise.resolve();
  cache.dropOwner('globex', over);
  expect(begun[0]?.aborted).toBe(false);
  cache.dropOwner('acme', over);
  expect(begun[0]?.reason).toBe(over);
});

it('ends a request only when all who wait for it have left', async () => {
  const { cache } = makeCache();
  const { fetch, begun } = held();
  const [first, second] = [new AbortController(), new AbortController()];
  const leaving = cache.get('acme', 'a', fetch, first.signal);
  const staying = cache.get('acme', 'a', fetch, second.signal);
  await Promise.resolve();
  first.abort(new Error('left'));
  await expect(leaving).rejects.toThrow('left');
  expect(begun[0]?.aborted).toBe(false);
  second.abort(new Error('left, too'));
  await expect(staying).rejects.toThrow('left, too');
  expect(begun[0]?.aborted).toBe(true);
  // Who comes now begins anew.
  const third = held();
  const fresh = cache.get('acme', 'a', third.fetch);
  third.end();
  expect((await fresh).accessKeyId).toBe('A');
});

it('goes on for one who can’t leave', async () => {
  const { cache } = makeCache();
  const { fetch, begun, end } = held();
  const leaver = new AbortController();
  const leaving = cache.get('acme', 'a', fetch, leaver.signal);
  const staying = cache.get('acme', 'a', fetch);
  await Promise.resolve();
  leaver.abort(new Error('left'));
  await expect(leaving).rejects.toThrow('left');
  expect(begun[0]?.aborted).toBe(false);
  end();
  expect((await staying).accessKeyId).toBe('A');
});
