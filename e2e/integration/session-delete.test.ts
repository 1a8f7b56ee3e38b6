import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { type Home, makeHome } from '../support/home.ts';
import { ACME_CONFIG, ACME_SESSION } from './acme.ts';
import { signIn } from './signed-in-app.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';
import { type TestApp, sessionState, startTestApp } from './test-app.ts';

let clock: FakeClock;
let world: StandIns;
let home: Home;
let app: TestApp;

beforeEach(async () => {
  clock = new FakeClock(Date.now());
  world = await startStandIns(() => clock.now());
  home = await makeHome(ACME_CONFIG);
  app = await startTestApp({ home, env: world.env, clock });
  await signIn(app, world.center, clock);
});
afterEach(async () => {
  await app.close();
  await world.close();
  await home.remove();
});

it('a session that is deleted is signed out of, and stays so when the deletion is undone', async () => {
  const change = { kind: 'delete-session', name: 'acme', withProfiles: false } as const;
  const { planId } = await app.ask('config.plan', { change });
  await app.ask('config.apply', { planId });
  await app.until('overview', ({ sessions }) => sessions.every(({ id }) => id !== ACME_SESSION));
  await expect
    .poll(() => world.center.calls.filter(({ operation }) => operation === 'Logout').length)
    .toBe(1);
  await app.ask('config.undo', { changeId: app.latest('last-config-change')?.changeId ?? '' });
  await app.until('overview', (now) => sessionState(now, ACME_SESSION) === 'signed-out');
});
