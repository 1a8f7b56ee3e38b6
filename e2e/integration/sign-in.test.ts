import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignInState, SignIns } from '../../shared/sign-in.ts';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { type IdentityCenter, startIdentityCenter } from '../stand-ins/identity-center/index.ts';
import { ACME_CONFIG, ACME_SESSION, acmeOrganisation } from './acme.ts';
import { type Home, makeHome } from '../support/home.ts';
import { type TestApp, sessionState, startTestApp } from './test-app.ts';

const sessionId = ACME_SESSION;
let clock: FakeClock;
let center: IdentityCenter;
let home: Home;
let app: TestApp;

beforeEach(async () => {
  clock = new FakeClock();
  center = await startIdentityCenter({
    organisation: acmeOrganisation(),
    clock: () => clock.now(),
    intervalSeconds: 5,
  });
  home = await makeHome(ACME_CONFIG);
  app = await startTestApp({ home, env: center.environment, clock });
});

afterEach(async () => {
  await app.close();
  await center.close();
  await home.remove();
});

const stateOf = (signIns: SignIns | undefined) => signIns?.[sessionId];
const step = async (wanted: SignInState['step'], fits: (state: SignInState) => boolean = () => true) => {
  const signIns = await app.until('sign-ins', (now) => {
    const state = stateOf(now);
    return state?.step === wanted && fits(state);
  });
  return stateOf(signIns) as SignInState;
};
const waiting = async (fits: (state: Extract<SignInState, { step: 'waiting' }>) => boolean = () => true) =>
  (await step('waiting', (state) => state.step === 'waiting' && fits(state))) as Extract<
    SignInState,
    { step: 'waiting' }
  >;
const failed = async () => ((await step('failed')) as Extract<SignInState, { step: 'failed' }>).error;
const signedIn = () => app.until('overview', (overview) => sessionState(overview, sessionId) === 'signed-in');
const polls = () => center.calls.filter(({ operation }) => operation === 'CreateToken').length;
const registrations = () => center.calls.filter(({ operation }) => operation === 'RegisterClient').length;

/** Lets the app ask once for the token. Returns how long it had waited, in ms. */
async function poll(): Promise<number> {
  const count = polls() + 1;
  const waited = await clock.skip();
  await center.waitForCall('CreateToken', { count });
  return waited;
}

describe('sign-in by device authorization', () => {
  it('goes from nothing to a token, and opens the page with the code once', async () => {
    await app.ask('sign-in.start', { sessionId });
    const state = await waiting(({ pageOpened }) => pageOpened);
    expect(state.userCode).toBe(center.pendingAuthorizations()[0]);
    expect(state.expiresAt - state.startedAt).toBe(600_000);
    expect(app.openedPages).toEqual([state.verificationUriComplete]);

    await poll();
    center.approve(state.userCode);
    await poll();
    await signedIn();
    const overview = await app.until('overview', ({ sessions }) =>
      sessions.some(({ status }) => status.state === 'signed-in' && status.storage === 'keychain'),
    );
    const status = overview.sessions.find(({ id }) => id === sessionId)?.status;
    expect(status?.state === 'signed-in' && status.expiresAt - clock.now()).toBe(3_600_000);
    await app.until('sign-ins', (now) => stateOf(now) === undefined);
    expect(center.calls.map(({ operation }) => operation)).toEqual([
      'RegisterClient',
      'StartDeviceAuthorization',
      'CreateToken',
      'CreateToken',
    ]);
  });

  it('asks at the interval given, and five seconds later for good after each slow_down', async () => {
    center.knobs.slowDowns = 2;
    await app.ask('sign-in.start', { sessionId });
    await waiting();
    expect([await poll(), await poll(), await poll(), await poll()]).toEqual([5_000, 10_000, 15_000, 15_000]);
    expect(center.slowDownCount).toBe(2);
  });

  it('says that the person denied, and can begin anew', async () => {
    await app.ask('sign-in.start', { sessionId });
    center.deny((await waiting()).userCode);
    await poll();
    expect(await failed()).toMatchObject({ code: 'sign-in.denied', params: { session: 'acme' } });

    await app.ask('sign-in.start', { sessionId });
    center.approve((await waiting()).userCode);
    await poll();
    await signedIn();
    expect(registrations()).toBe(1);
  });

  it('says that the code expired when the service says so', async () => {
    await app.ask('sign-in.start', { sessionId });
    center.expire((await waiting()).userCode);
    await poll();
    expect(await failed()).toMatchObject({ code: 'sign-in.code-expired' });
  });

  it('gives up at the deadline by itself, even when no answer comes any more', async () => {
    center.knobs.deviceCodeLifetimeSeconds = 12;
    await app.ask('sign-in.start', { sessionId });
    await waiting();
    await poll();
    await poll();
    expect(await clock.skip()).toBe(2_000);
    expect(await failed()).toMatchObject({ code: 'sign-in.code-expired' });
    expect(polls()).toBe(2);
  });

  it('keeps the code through a dead network and a failing service', async () => {
    await app.ask('sign-in.start', { sessionId });
    const { userCode } = await waiting();
    center.failNext({ operation: 'CreateToken', how: 'reset' });
    expect(await poll()).toBe(5_000);
    const troubled = await waiting(({ trouble }) => trouble !== undefined);
    expect(troubled.trouble?.code).toBe('network.unreachable');
    expect(troubled.userCode).toBe(userCode);

    center.failNext({ operation: 'CreateToken', how: { status: 500, error: 'InternalServerException' } });
    expect(await poll()).toBe(10_000);
    await waiting(({ trouble }) => trouble?.code === 'sign-in.service-failed');
    center.failNext({ operation: 'CreateToken', how: 'garbage' });
    expect(await poll()).toBe(20_000);
    await waiting(({ trouble }) => trouble?.code === 'network.garbled');

    expect(await poll()).toBe(30_000);
    await waiting(({ trouble }) => trouble === undefined);
    center.approve(userCode);
    expect(await poll()).toBe(5_000);
    await signedIn();
  });

  it('registers again, once, when the service no longer knows the client', async () => {
    await app.ask('sign-in.start', { sessionId });
    center.deny((await waiting()).userCode);
    await poll();
    await failed();
    const refuse = { status: 401, error: 'InvalidClientException' };
    center.failNext({ operation: 'StartDeviceAuthorization', how: refuse });
    await app.ask('sign-in.start', { sessionId });
    await waiting();
    expect(registrations()).toBe(2);
    await app.ask('sign-in.cancel', { sessionId });

    center.failNext({ operation: 'StartDeviceAuthorization', times: 2, how: refuse });
    await app.ask('sign-in.start', { sessionId });
    expect(await failed()).toMatchObject({ code: 'sign-in.client-refused' });
    expect(registrations()).toBe(3);
  });

  it('gets a new code when the client is refused while waiting', async () => {
    await app.ask('sign-in.start', { sessionId });
    const { userCode } = await waiting();
    center.failNext({ operation: 'CreateToken', how: { status: 401, error: 'InvalidClientException' } });
    await poll();
    const next = await waiting((state) => state.userCode !== userCode);
    center.approve(next.userCode);
    await poll();
    await signedIn();
    expect(registrations()).toBe(2);
  });

  it('keeps the registration across restarts until it ends', async () => {
    await app.ask('sign-in.start', { sessionId });
    await waiting();
    await app.close();
    app = await startTestApp({ home, env: center.environment, clock });
    await app.ask('sign-in.start', { sessionId });
    await waiting();
    expect(registrations()).toBe(1);
    await app.ask('sign-in.cancel', { sessionId });
    await app.until('sign-ins', (now) => stateOf(now) === undefined);

    clock.advance(91 * 24 * 3_600_000);
    await app.ask('sign-in.start', { sessionId });
    await waiting();
    expect(registrations()).toBe(2);
  });

  it('stops at once on cancel, in every step, and can begin again', async () => {
    for (const operation of ['RegisterClient', 'StartDeviceAuthorization'] as const) {
      center.failNext({ operation, how: 'hang' });
      const count = center.calls.filter((call) => call.operation === operation).length + 1;
      await app.ask('sign-in.start', { sessionId });
      await center.waitForCall(operation, { count, when: 'arrived' });
      await app.ask('sign-in.cancel', { sessionId });
      await app.until('sign-ins', (now) => stateOf(now) === undefined);
    }
    await app.ask('sign-in.start', { sessionId });
    await waiting();
    center.failNext({ operation: 'CreateToken', how: 'hang' });
    await clock.skip();
    await center.waitForCall('CreateToken', { when: 'arrived' });
    await app.ask('sign-in.cancel', { sessionId });
    await app.until('sign-ins', (now) => stateOf(now) === undefined);
    expect(sessionState(app.latest('overview'), sessionId)).toBe('signed-out');

    await app.ask('sign-in.start', { sessionId });
    center.approve((await waiting()).userCode);
    await poll();
    await signedIn();
  });

  it('has one sign-in at a time for a session', async () => {
    await Promise.all([
      app.ask('sign-in.start', { sessionId }),
      app.ask('sign-in.start', { sessionId }),
      app.ask('sign-in.start', { sessionId }),
    ]);
    await waiting();
    expect(center.pendingAuthorizations()).toHaveLength(1);
  });

  it('names the start URL and region when the portal is unknown', async () => {
    await home.writeConfig(ACME_CONFIG.replace('acme.awsapps.com', 'acmee.awsapps.com'));
    await app.until('overview', ({ sessions }) => sessions[0]?.startUrl.includes('acmee') ?? false);
    await app.ask('sign-in.start', { sessionId });
    expect(await failed()).toMatchObject({
      code: 'sign-in.start-url-refused',
      params: { startUrl: 'https://acmee.awsapps.com/start', region: 'eu-west-1' },
    });
  });

  it('says that nothing answers, after trying three times', async () => {
    await center.close();
    await app.ask('sign-in.start', { sessionId });
    expect([await clock.skip(), await clock.skip()]).toEqual([1_000, 2_000]);
    expect(await failed()).toMatchObject({ code: 'network.unreachable', params: { host: '127.0.0.1' } });
  });

  it('shows the code although the browser did not start, and says so', async () => {
    await app.close();
    app = await startTestApp({
      home,
      env: center.environment,
      clock,
      openPage: () => Promise.reject(new Error('no browser')),
    });
    await app.ask('sign-in.start', { sessionId });
    const state = await waiting(({ pageTrouble }) => pageTrouble !== undefined);
    expect(state.pageTrouble?.code).toBe('page.not-opened');
    // It stays while the code is waited for: a poll that gets through says nothing about the page.
    await poll();
    await app.until('sign-ins', (now) => stateOf(now)?.step === 'waiting');
    expect(await waiting()).toMatchObject({ pageTrouble: { code: 'page.not-opened' } });
    center.approve(state.userCode);
    await poll();
    await signedIn();
  });
});
