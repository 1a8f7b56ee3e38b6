import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppFailure, failure } from '../../electron/core/app-failure.ts';
import { ActivityLog } from '../../electron/core/activity/activity-log.ts';
import type { AwsSession } from '../../electron/core/aws-config/aws-profiles.ts';
import { endpointInRegion } from '../../electron/core/aws-config/endpoint.ts';
import { PortalCatalogs } from '../../electron/core/sessions/portal-catalogs.ts';
import { PortalClient } from '../../electron/core/sessions/portal-client.ts';
import { OidcClient } from '../../electron/core/sign-in/oidc-client.ts';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { CountingHttpHandler } from '../../electron/core/support/http-handler.ts';
import type { PortalCatalog } from '../../shared/portal-catalog.ts';
import {
  type IdentityCenter,
  manyAccounts,
  startIdentityCenter,
} from '../stand-ins/identity-center/index.ts';
import { ACME_SESSION, ACME_URL, acmeOrganisation } from './acme.ts';

const session: AwsSession = {
  id: ACME_SESSION,
  kind: 'sso-session',
  cacheKey: 'acme',
  name: 'acme',
  startUrl: ACME_URL,
  region: 'eu-west-1',
  registrationScopes: ['sso:account:access'],
};
const switches = { useFipsEndpoint: false, useDualstackEndpoint: false };
const log = () => undefined;
const never = () => new AbortController().signal;

let clock: FakeClock;
let center: IdentityCenter;
let handler: CountingHttpHandler;
let activity: ActivityLog;
let catalogs: PortalCatalogs;
let accessToken: string | undefined;
let signedInAt: number;

beforeEach(async () => {
  clock = new FakeClock(Date.now());
  center = await startIdentityCenter({
    organisation: acmeOrganisation(),
    clock: () => clock.now(),
    autoApprove: true,
  });
  handler = new CountingHttpHandler({}, { info: log, warn: log, error: log });
  activity = new ActivityLog(clock);
  const portal = new PortalClient(
    session,
    endpointInRegion(center.regionalEnvironment.AWS_ENDPOINT_URL_SSO, session.region),
    handler,
    clock,
    switches,
  );
  catalogs = new PortalCatalogs({
    // As RoleAccess does it, with one session only.
    rejecting: async (from, call) => {
      if (accessToken === undefined) throw failure('session.signed-out', { session: from.name });
      try {
        return await call(accessToken);
      } catch (thrown) {
        if (thrown instanceof AppFailure && thrown.error.code === 'session.rejected') accessToken = undefined;
        throw thrown;
      }
    },
    portal: () => portal,
    signedInAt: () => signedInAt,
    clock,
    record: (_session, signal, run) => activity.record('list-accounts', 'aws sso list-accounts', signal, run),
  });
  await signIn();
});
afterEach(async () => {
  catalogs.close();
  handler.destroy();
  await center.close();
});

async function signIn(): Promise<void> {
  const endpoint = endpointInRegion(center.regionalEnvironment.AWS_ENDPOINT_URL_SSO_OIDC, session.region);
  const oidc = new OidcClient(session, endpoint, handler, clock, switches);
  const client = await oidc.register(never());
  const { deviceCode } = await oidc.authorize(client, never());
  const token = await oidc.createToken(client, deviceCode, never());
  accessToken = token.accessToken;
  signedInAt = clock.now();
}

function accounts(count: number, rolesEach: number) {
  const [acme] = center.organisations;
  if (acme === undefined) throw new Error('no organisation');
  acme.accounts = manyAccounts(count, rolesEach);
  return acme.accounts;
}

function hold(from = session, fresh = false) {
  const controller = new AbortController();
  const ended = catalogs.keep(from, controller.signal, fresh);
  return {
    release: async () => {
      controller.abort();
      await ended;
    },
  };
}

const latest = (): PortalCatalog | undefined => catalogs.snapshots.value[session.id];
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** The most portal calls in any second, by the stand-in's clock. */
function busiestSecond(): number {
  const times = center.calls
    .filter(({ operation }) => operation.startsWith('ListAccount'))
    .map(({ at }) => at);
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + 1000).length));
}

/** Moves the clock on from one sleeper to the next until the catalog is as wanted. */
async function until(fits: (catalog: PortalCatalog) => boolean): Promise<PortalCatalog> {
  for (;;) {
    const catalog = latest();
    if (catalog !== undefined && fits(catalog)) return catalog;
    const next = clock.nextWake;
    if (next !== undefined && next < 200_000) clock.advance(next);
    await turn();
  }
}
const ended = () => until(({ phase }) => phase === 'done' || phase === 'failed');
const calls = (operation: string) => center.calls.filter((call) => call.operation === operation);

describe('a portal’s catalog', () => {
  it('lists accounts and their roles, in the portal’s order, as one entry of the activity', async () => {
    const held = hold();
    expect(await ended()).toEqual({
      phase: 'done',
      accounts: [
        {
          accountId: '111122223333',
          accountName: 'acme-production',
          emailAddress: 'aws-production@acme.example',
          roles: ['AdministratorAccess', 'ReadOnly'],
        },
        { accountId: '444455556666', roles: ['Developer'] },
      ],
      answered: 2,
      throttled: false,
    });
    expect(activity.snapshots.value).toMatchObject([{ action: 'list-accounts', outcome: 'ok', calls: 3 }]);
    await held.release();
    expect(catalogs.snapshots.value).toEqual({});
  });

  it('gets every role of 500 accounts once, under the portal’s limit, whatever it refuses meanwhile', async () => {
    const all = accounts(500, 3);
    center.knobs.portalRequestsPerSecond = 20;
    center.failNext({ operation: 'ListAccountRoles', times: 7, how: { status: 429, retryAfterSeconds: 3 } });
    const seen: PortalCatalog[] = [];
    const stop = catalogs.snapshots.subscribe((states) => {
      const catalog = states[session.id];
      if (catalog !== undefined) seen.push(catalog);
    });
    const held = hold();
    const catalog = await ended();
    expect(catalog.error).toBeUndefined();
    expect(catalog.phase).toBe('done');
    expect(catalog.answered).toBe(500);
    expect(catalog.throttled).toBe(false);
    expect(catalog.accounts.map(({ accountId }) => accountId)).toEqual(all.map(({ accountId }) => accountId));
    for (const [index, { roles }] of catalog.accounts.entries()) expect(roles).toEqual(all[index]?.roles);
    const answered = calls('ListAccountRoles').filter(({ status }) => status === 200);
    expect(answered).toHaveLength(500);
    expect(center.mostUnderWay).toBeLessThanOrEqual(8);
    // Only those that the script refused: the portal's own limit was never met.
    expect(calls('ListAccountRoles').filter(({ status }) => status === 429)).toHaveLength(7);
    stop();
    // It came in step by step.
    expect(new Set(seen.map(({ answered: count }) => count)).size).toBeGreaterThan(5);
    await held.release();
  });

  it('sends about sixteen requests in a second, and no more', async () => {
    accounts(120, 1);
    hold();
    await ended();
    expect(busiestSecond()).toBeGreaterThan(12);
    // One or two may arrive late, beside those that follow: the clock moves while a request is on its way.
    expect(busiestSecond()).toBeLessThanOrEqual(18);
    expect(calls('ListAccountRoles').every(({ status }) => status === 200)).toBe(true);
  });

  it('gets through where the portal allows fewer than it does by default', async () => {
    accounts(60, 2);
    center.knobs.portalRequestsPerSecond = 5;
    hold();
    const catalog = await ended();
    expect(catalog.phase).toBe('done');
    expect(catalog.accounts.every(({ roles }) => roles?.length === 2)).toBe(true);
    // It settles near the limit instead of running against it all the time.
    const refused = calls('ListAccountRoles').filter(({ status }) => status === 429).length;
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(12);
  });

  it('has no more than four requests under way at first, and ends them all when the last holder goes', async () => {
    accounts(50, 1);
    center.failNext({ operation: 'ListAccountRoles', times: 50, how: 'hang' });
    const one = hold();
    const other = hold();
    while (calls('ListAccountRoles').length < 4)
      await until(() => true)
        .then(turn)
        .then(skipSoon);
    // Time passes and the server has answered others since: a fifth would have come.
    clock.advance(60_000);
    await fetch(`${center.url}/device`);
    expect(calls('ListAccountRoles')).toHaveLength(4);
    expect(latest()?.phase).toBe('listing-roles');
    await one.release();
    expect(calls('ListAccountRoles').every(({ status }) => status === undefined)).toBe(true);
    await other.release();
    await center.waitForCall('ListAccountRoles', { count: 4 });
    expect(calls('ListAccountRoles').map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    expect(clock.nextWake).toBeUndefined();
    expect(catalogs.snapshots.value).toEqual({});
    expect(activity.snapshots.value).toMatchObject([{ outcome: 'cancelled' }]);
  });

  it('waits as long as it is told to, says so meanwhile, and sends nothing', async () => {
    center.failNext({ operation: 'ListAccounts', how: { status: 429, retryAfterSeconds: 30 } });
    hold();
    await until(({ throttled }) => throttled);
    const waited = clock.nextWake ?? 0;
    expect(waited).toBe(30_000);
    clock.advance(29_999);
    await fetch(`${center.url}/device`);
    expect(calls('ListAccounts')).toHaveLength(1);
    expect(await ended()).toMatchObject({ phase: 'done', throttled: false, answered: 2 });
  });

  it('gives up where the portal refuses for minutes', async () => {
    center.failNext({ operation: 'ListAccounts', times: 50, how: { status: 429 } });
    hold();
    expect(await ended()).toMatchObject({ phase: 'failed', error: { code: 'portal.throttled' } });
    expect(calls('ListAccounts').length).toBe(10);
  });

  it('names what is wrong with one account, and goes on with the rest', async () => {
    accounts(12, 2);
    center.failNext({ operation: 'ListAccountRoles', how: { status: 403 } });
    center.failNext({ operation: 'ListAccountRoles', how: { status: 404 } });
    hold();
    const { phase, accounts: list, answered } = await ended();
    expect(phase).toBe('done');
    expect(answered).toBe(12);
    const failed = list.filter(({ error }) => error !== undefined);
    expect(failed.map(({ error }) => error?.code)).toEqual([
      'portal.roles-forbidden',
      'portal.roles-forbidden',
    ]);
    expect(failed.every(({ roles }) => roles === undefined)).toBe(true);
    expect(list.filter(({ roles }) => roles?.length === 2)).toHaveLength(10);
  });

  it('tries again where the network or the service stumbles, and not for ever', async () => {
    accounts(3, 1);
    center.failNext({ operation: 'ListAccounts', how: 'reset' });
    center.failNext({ operation: 'ListAccounts', how: { status: 503 } });
    hold();
    expect(await ended()).toMatchObject({ phase: 'done', answered: 3 });
    await signIn();
    center.failNext({ operation: 'ListAccounts', times: 3, how: 'garbage' });
    const before = calls('ListAccounts').length;
    hold();
    expect(await until(({ phase }) => phase === 'failed')).toMatchObject({
      error: { code: 'network.garbled' },
    });
    expect(calls('ListAccounts').length).toBe(before + 3);
  });

  it('ends when the portal no longer accepts the session, and says so once', async () => {
    accounts(40, 1);
    hold();
    await until(({ answered }) => answered > 5);
    center.revokeSessions();
    const catalog = await until(({ phase }) => phase === 'failed');
    expect(catalog.error).toMatchObject({ code: 'session.rejected', params: { session: 'acme' } });
    expect(accessToken).toBeUndefined();
    const sent = center.calls.length;
    clock.advance(10_000);
    await fetch(`${center.url}/device`);
    expect(center.calls.length).toBe(sent + 1);
    expect(activity.snapshots.value[0]).toMatchObject({
      outcome: 'failed',
      error: { code: 'session.rejected' },
    });
    // Who asks again begins anew, for everybody.
    await signIn();
    hold();
    expect(await until(({ phase }) => phase === 'done')).toMatchObject({ answered: 40 });
  });

  it('fails at once where nobody is signed in', async () => {
    accessToken = undefined;
    hold();
    expect(await ended()).toMatchObject({ phase: 'failed', error: { code: 'session.signed-out' } });
    expect(calls('ListAccounts')).toHaveLength(0);
  });

  it('is shared by all who hold it, kept for five minutes, and never shown to another sign-in', async () => {
    const one = hold();
    const other = hold();
    await ended();
    expect(calls('ListAccounts')).toHaveLength(1);
    await one.release();
    expect(latest()?.phase).toBe('done');
    await other.release();

    clock.advance(4 * 60_000);
    const later = hold();
    expect(latest()).toMatchObject({ phase: 'done', answered: 2 });
    await later.release();
    expect(calls('ListAccounts')).toHaveLength(1);

    clock.advance(5 * 60_000);
    const afterwards = hold();
    expect(latest()).toMatchObject({ phase: 'listing-accounts', accounts: [] });
    await ended();
    await afterwards.release();
    expect(calls('ListAccounts')).toHaveLength(2);

    clock.advance(1000);
    await signIn();
    const anew = hold();
    expect(latest()).toMatchObject({ phase: 'listing-accounts', accounts: [] });
    await ended();
    const elsewhere = hold({ ...session, region: 'us-east-1' });
    expect(latest()).toMatchObject({ phase: 'listing-accounts', accounts: [] });
    await elsewhere.release();
    await anew.release();
    expect(catalogs.snapshots.value).toEqual({});
  });

  it('is listed once more, for all who hold it, when somebody wants it fresh', async () => {
    const one = hold();
    const early = hold(session, true);
    await ended();
    expect(calls('ListAccounts')).toHaveLength(1);
    const fresh = hold(session, true);
    expect(latest()).toMatchObject({ phase: 'listing-accounts', accounts: [] });
    expect(await ended()).toMatchObject({ phase: 'done', answered: 2 });
    expect(calls('ListAccounts')).toHaveLength(2);
    for (const held of [one, early, fresh]) await held.release();
    expect(catalogs.snapshots.value).toEqual({});
  });

  it('is forgotten with the sign-in that it belongs to', async () => {
    const held = hold();
    await ended();
    catalogs.forget(session.id, session.name);
    expect(latest()).toEqual({
      phase: 'failed',
      accounts: [],
      answered: 0,
      throttled: false,
      error: { code: 'session.signed-out', params: { session: 'acme' } },
    });
    await held.release();
    expect(catalogs.snapshots.value).toEqual({});
    const again = hold();
    expect(latest()).toMatchObject({ phase: 'listing-accounts', accounts: [] });
    await again.release();
  });
});

async function skipSoon(): Promise<void> {
  const next = clock.nextWake;
  if (next !== undefined && next < 5_000) clock.advance(next);
  await turn();
}
