import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { manyAccounts } from '../stand-ins/identity-center/index.ts';
import { ACME_CONFIG, ACME_SESSION } from './acme.ts';
import { signIn } from './signed-in-app.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';
import { type Home, makeHome } from '../support/home.ts';
import { type TestApp, sessionState, startTestApp } from './test-app.ts';

const sessionId = ACME_SESSION;
const prod = { kind: 'profile', profile: 'prod-ro' } as const;
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

const calls = (operation: string) => world.center.calls.filter((call) => call.operation === operation).length;

describe('the portal', () => {
  it('lists accounts and roles; an account without a name or e-mail is still one', async () => {
    expect(await app.ask('portal.accounts', { sessionId })).toEqual({
      items: [
        {
          accountId: '111122223333',
          accountName: 'acme-production',
          emailAddress: 'aws-production@acme.example',
        },
        { accountId: '444455556666' },
      ],
    });
    expect(await app.ask('portal.roles', { sessionId, accountId: '111122223333' })).toEqual({
      items: [
        { accountId: '111122223333', roleName: 'AdministratorAccess' },
        { accountId: '111122223333', roleName: 'ReadOnly' },
      ],
    });
  });

  it('pages through hundreds of accounts, each once', async () => {
    const [acme] = world.center.organisations;
    if (acme === undefined) throw new Error('no organisation');
    acme.accounts = manyAccounts(350, 2);
    const ids: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await app.ask('portal.accounts', { sessionId, nextToken });
      ids.push(...page.items.map(({ accountId }) => accountId));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(new Set(ids).size).toBe(350);
    expect(ids).toHaveLength(350);
    expect(calls('ListAccounts')).toBe(4);
  });

  it('waits longer each time when told "too many requests", then goes on', async () => {
    world.center.failNext({ operation: 'ListAccounts', times: 3, how: { status: 429 } });
    const answer = app.ask('portal.accounts', { sessionId });
    const waits: number[] = [];
    for (let turn = 1; turn <= 3; turn += 1) {
      await world.center.waitForCall('ListAccounts', { count: turn });
      waits.push(await clock.skip());
    }
    expect((await answer).items).toHaveLength(2);
    for (const [turn, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(250 * 2 ** turn);
      expect(wait).toBeLessThanOrEqual(500 * 2 ** turn);
    }
  });

  it('says so when the portal keeps refusing, and stays signed in', async () => {
    world.center.failNext({ operation: 'ListAccounts', times: 5, how: { status: 429 } });
    const answer = app.call('portal.accounts', { sessionId }).answer;
    for (let turn = 1; turn <= 4; turn += 1) {
      await world.center.waitForCall('ListAccounts', { count: turn });
      await clock.skip();
    }
    expect(await answer).toMatchObject({ ok: false, error: { code: 'portal.throttled' } });
    expect(sessionState(app.latest('overview'), sessionId)).toBe('signed-in');
  });

  it('stops waiting at once when the page cancels', async () => {
    world.center.failNext({ operation: 'ListAccounts', how: { status: 429 } });
    const call = app.call('portal.accounts', { sessionId });
    await world.center.waitForCall('ListAccounts');
    await clock.sleeping();
    call.cancel();
    expect(await call.answer).toMatchObject({ ok: false, error: { code: 'bridge.cancelled' } });
    expect(calls('ListAccounts')).toBe(1);
  });

  it('ends the session here when the portal no longer accepts it', async () => {
    world.center.revokeSessions();
    await expect(app.ask('portal.accounts', { sessionId })).rejects.toMatchObject({
      error: { code: 'session.rejected', params: { session: 'acme' } },
    });
    const overview = await app.until('overview', (now) => sessionState(now, sessionId) === 'signed-out');
    expect(overview.sessions[0]?.status).toEqual({ state: 'signed-out', reason: 'rejected' });
    await expect(app.ask('buckets.page', { target: prod })).rejects.toMatchObject({
      error: { code: 'session.signed-out' },
    });
  });

  it('tells a role that may not be used from one that does not exist, and from a dead network', async () => {
    world.center.failNext({ operation: 'GetRoleCredentials', how: { status: 404 } });
    await expect(app.ask('buckets.page', { target: prod })).rejects.toMatchObject({
      error: { code: 'portal.not-found', params: { accountId: '111122223333', roleName: 'ReadOnly' } },
    });
    await expect(
      app.ask('buckets.page', { target: { kind: 'profile', profile: 'gone' } }),
    ).rejects.toMatchObject({ error: { code: 'portal.forbidden', params: { roleName: 'NoSuchRole' } } });
    expect(sessionState(app.latest('overview'), sessionId)).toBe('signed-in');
  });

  it('says what is closed where the lists themselves are refused', async () => {
    for (const status of [403, 404]) {
      world.center.failNext({ operation: 'ListAccounts', how: { status } });
      await expect(app.ask('portal.accounts', { sessionId })).rejects.toMatchObject({
        error: { code: 'portal.accounts-forbidden', params: { session: 'acme' } },
      });
      world.center.failNext({ operation: 'ListAccountRoles', how: { status } });
      await expect(app.ask('portal.roles', { sessionId, accountId: '111122223333' })).rejects.toMatchObject({
        error: { code: 'portal.roles-forbidden', params: { accountId: '111122223333' } },
      });
    }
  });

  it('refuses what no page of ours would ask', async () => {
    for (const [name, params] of [
      ['portal.roles', { sessionId, accountId: '../../x' }],
      ['portal.accounts', { sessionId, extra: 1 }],
      ['no.such.request', {}],
      ['constructor', {}],
    ] as const) {
      expect(await app.call(name as 'app.info', params as never).answer).toMatchObject({
        ok: false,
        error: { code: 'bridge.bad-request', params: { request: name } },
      });
    }
    expect(calls('ListAccountRoles')).toBe(0);
  });

  it('notices by itself that the token has ended', async () => {
    clock.advance(3_600_000);
    const overview = await app.until('overview', (now) => sessionState(now, sessionId) === 'signed-out');
    expect(overview.sessions[0]?.status).toEqual({ state: 'signed-out', reason: 'expired' });
  });
});
