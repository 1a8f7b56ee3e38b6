import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import { type Home, makeHome } from '../support/home.ts';
import { ACME_CONFIG, ACME_SESSION } from './acme.ts';
import { signIn } from './signed-in-app.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';
import { type TestApp, sessionState, startTestApp } from './test-app.ts';

const CORP = 'sso-session:corp';
const target: RoleTarget = { kind: 'profile', profile: 'prod-ro' };
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

async function renameToCorp(): Promise<void> {
  const change = { kind: 'edit-session', name: 'acme', newName: 'corp', set: {} } as const;
  const { planId } = await app.ask('config.plan', { change });
  await app.ask('config.apply', { planId });
}
async function undo(): Promise<void> {
  const last = await app.until('last-config-change', (change) => change !== null);
  await app.ask('config.undo', { changeId: last?.changeId ?? '' });
}
const stays = (id: string) => app.until('overview', (now) => sessionState(now, id) === 'signed-in');

describe('a session that gets another name', () => {
  it('stays signed in, also where its marks can’t be written', async () => {
    await mkdir(join(home.dataFolder, 'marks.json'), { recursive: true });
    const role: RoleTarget = {
      kind: 'role',
      sessionId: ACME_SESSION,
      accountId: '111122223333',
      roleName: 'ReadOnly',
    };
    await expect(app.ask('mark.set', { target: role, starred: true })).rejects.toThrow(/disk/);
    await renameToCorp();
    await stays(CORP);
    await app.until('marks', ([mark]) => mark?.target.kind === 'role' && mark.target.sessionId === CORP);
    expect(app.log.join()).toContain('renamed');
  });

  it('leaves no credentials behind under the old one', async () => {
    await app.ask('buckets.page', { target });
    await renameToCorp();
    await stays(CORP);
    await app.ask('sign-out', { sessionId: CORP });
    await undo();
    await app.until('overview', (now) => sessionState(now, ACME_SESSION) === 'signed-out');
    await expect(app.ask('buckets.page', { target })).rejects.toMatchObject({
      error: { code: 'session.signed-out' },
    });
  });
});

it('a session that is deleted is signed out of, and stays so when the deletion is undone', async () => {
  const change = { kind: 'delete-session', name: 'acme', withProfiles: false } as const;
  const { planId } = await app.ask('config.plan', { change });
  await app.ask('config.apply', { planId });
  await app.until('overview', ({ sessions }) => sessions.every(({ id }) => id !== ACME_SESSION));
  await expect
    .poll(() => world.center.calls.filter(({ operation }) => operation === 'Logout').length)
    .toBe(1);
  await undo();
  await app.until('overview', (now) => sessionState(now, ACME_SESSION) === 'signed-out');
});
