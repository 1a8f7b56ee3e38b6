import { expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import type { RoleCredentials } from './portal-client.ts';
import { RoleCredentialsCache } from './role-credentials-cache.ts';

const HOUR = 3_600_000;

function makeCache() {
  const clock = new FakeClock();
  const cache = new RoleCredentialsCache(clock);
  let fetched = 0;
  const get = () =>
    cache.get('acme', 'role', async (): Promise<RoleCredentials> => {
      fetched += 1;
      return {
        accessKeyId: `AKIA${fetched}`,
        secretAccessKey: 's',
        sessionToken: 't',
        expiresAt: clock.now() + HOUR,
      };
    });
  return { cache, get, fetched: () => fetched };
}

it('fetches once for all who ask at the same time', async () => {
  const { get, fetched } = makeCache();
  await Promise.all([get(), get(), get()]);
  expect(fetched()).toBe(1);
});

it('renews expired credentials once, however many requests hear of it, and however late', async () => {
  const { cache, get, fetched } = makeCache();
  const old = await get();
  cache.drop('role', old);
  const renewed = await get();
  expect(renewed.accessKeyId).toBe('AKIA2');
  // Requests that were under way with the old ones.
  for (let late = 0; late < 60; late += 1) cache.drop('role', old);
  expect(await get()).toBe(renewed);
  expect(fetched()).toBe(2);
});
