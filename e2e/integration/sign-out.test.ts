import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeychainFault } from '../../electron/core/sessions/keychain.ts';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { ACME_CONFIG, ACME_SESSION } from './acme.ts';
import { signIn } from './signed-in-app.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';
import { type Home, makeHome } from '../support/home.ts';
import { MemoryKeychain, type TestApp, sessionState, startTestApp } from './test-app.ts';

const sessionId = ACME_SESSION;
const target = { kind: 'profile', profile: 'prod-ro' } as const;
let clock: FakeClock;
let world: StandIns;
let home: Home;
let app: TestApp;

beforeEach(async () => {
  clock = new FakeClock(Date.now());
  world = await startStandIns(() => clock.now());
  home = await makeHome(ACME_CONFIG);
  app = await startTestApp({ home, env: world.env, clock });
});
afterEach(async () => {
  await app.close();
  await world.close();
  await home.remove();
});

const restart = async (keychain = new MemoryKeychain()) => {
  await app.close();
  app = await startTestApp({ home, env: world.env, clock, keychain });
};
/** Until the vault has caught up with a sign-in. */
const sealed = () =>
  app.until('overview', ({ sessions }) => {
    const status = sessions[0]?.status;
    return status?.state === 'signed-in' && status.storage === 'keychain';
  });
const signedOut = () => app.until('overview', (now) => sessionState(now, sessionId) === 'signed-out');

describe('sign-out', () => {
  it('tells the portal, forgets token and credentials, and says how long credentials live on', async () => {
    await signIn(app, world.center, clock);
    await app.ask('buckets.page', { target });
    const credentialsEnd = clock.now() + 3_600_000;
    expect(await app.ask('sign-out', { sessionId })).toEqual({
      sessions: [{ sessionId, portal: 'told' }],
      roleCredentialsUntil: credentialsEnd,
    });
    expect(world.center.calls.at(-1)).toMatchObject({ operation: 'Logout', status: 200 });
    const overview = await signedOut();
    expect(overview.sessions[0]?.status).toEqual({ state: 'signed-out', reason: 'signed-out' });
    await expect(app.ask('buckets.page', { target })).rejects.toMatchObject({
      error: { code: 'session.signed-out' },
    });

    await restart();
    expect(sessionState(await app.until('overview', () => true), sessionId)).toBe('signed-out');
    const registrations = world.center.calls.filter(({ operation }) => operation === 'RegisterClient').length;
    await signIn(app, world.center, clock);
    expect(world.center.calls.filter(({ operation }) => operation === 'RegisterClient')).toHaveLength(
      registrations,
    );
  });

  it('signs out here even if the portal can’t be told, and says that', async () => {
    await signIn(app, world.center, clock);
    world.center.failNext({ operation: 'Logout', how: 'reset' });
    const report = await app.ask('sign-out', {});
    expect(report.sessions).toMatchObject([
      { sessionId, portal: { error: { code: 'network.unreachable' } } },
    ]);
    await signedOut();
  });

  it('counts a session that the portal has ended already as told', async () => {
    await signIn(app, world.center, clock);
    world.center.revokeSessions();
    expect((await app.ask('sign-out', { sessionId })).sessions).toEqual([{ sessionId, portal: 'told' }]);
  });

  it('stops a sign-in under way, too', async () => {
    await app.ask('sign-in.start', { sessionId });
    await app.until('sign-ins', (now) => now[sessionId]?.step === 'waiting');
    await app.ask('sign-out', { sessionId });
    await app.until('sign-ins', (now) => now[sessionId] === undefined);
    expect(world.center.calls.some(({ operation }) => operation === 'Logout')).toBe(false);
  });
});

describe('sign-out of all', () => {
  it('stops every sign-in, ends sessions that have left the config, and leaves no sealed token', async () => {
    await signIn(app, world.center, clock);
    await home.writeConfig(
      '[sso-session other]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n',
    );
    await app.until('overview', ({ sessions }) => sessions[0]?.name === 'other');
    const other = 'sso-session:other';
    await app.ask('sign-in.start', { sessionId: other });
    await app.until('sign-ins', (now) => now[other]?.step === 'waiting');

    const report = await app.ask('sign-out', {});
    expect(report.sessions).toEqual([{ sessionId, portal: 'told' }]);
    await app.until('sign-ins', (now) => now[other] === undefined);
    expect(world.center.calls.at(-1)).toMatchObject({ operation: 'Logout', status: 200 });

    await home.writeConfig(ACME_CONFIG);
    await restart();
    expect(sessionState(await app.until('overview', () => true), sessionId)).toBe('signed-out');
  });

  it('removes what a locked keychain hides, and says that the portal could not be told', async () => {
    await signIn(app, world.center, clock);
    const keychain = new MemoryKeychain();
    keychain.fault = new KeychainFault('locked', 'locked');
    await restart(keychain);
    expect((await app.until('overview', () => true)).sessions[0]?.status).toEqual({
      state: 'signed-out',
      reason: 'locked',
    });
    const report = await app.ask('sign-out', {});
    expect(report.sessions).toMatchObject([{ sessionId, portal: { error: { code: 'vault.locked' } } }]);
    await restart();
    expect(sessionState(await app.until('overview', () => true), sessionId)).toBe('signed-out');
  });
});

describe('a slow keychain', () => {
  /** Gives its key only when told to. */
  class SlowKeychain extends MemoryKeychain {
    readonly #asked: (() => void)[] = [];
    override key(): Promise<Buffer> {
      return new Promise((resolve) => this.#asked.push(() => resolve(Buffer.alloc(32, 7))));
    }
    answer(): void {
      for (const give of this.#asked.splice(0)) give();
    }
  }

  it('holds up neither sign-in nor sign-out, and a token signed out of meanwhile is never written', async () => {
    const keychain = new SlowKeychain();
    await restart(keychain);
    await signIn(app, world.center, clock);
    expect(app.latest('overview')?.sessions[0]?.status).toMatchObject({ storage: 'memory' });
    await app.ask('sign-out', { sessionId });
    await signedOut();
    keychain.answer();
    await app.close();
    app = await startTestApp({ home, env: world.env, clock });
    expect(sessionState(await app.until('overview', () => true), sessionId)).toBe('signed-out');
  });

  it('seals what it could not seal before, once it answers', async () => {
    const keychain = new SlowKeychain();
    await restart(keychain);
    await signIn(app, world.center, clock);
    keychain.answer();
    await sealed();
    await restart();
    expect(sessionState(await app.until('overview', () => true), sessionId)).toBe('signed-in');
  });

  it('that was locked at the start gives the session back at the next sign-in, without a new code', async () => {
    await signIn(app, world.center, clock);
    const keychain = new MemoryKeychain();
    keychain.fault = new KeychainFault('locked', 'locked');
    await restart(keychain);
    keychain.fault = undefined;
    const calls = world.center.calls.length;
    await app.ask('sign-in.start', { sessionId });
    await app.until('overview', (now) => sessionState(now, sessionId) === 'signed-in');
    expect(world.center.calls).toHaveLength(calls);
  });
});

describe('a config that changes', () => {
  it('stops a sign-in whose session leads elsewhere now', async () => {
    await app.ask('sign-in.start', { sessionId });
    await app.until('sign-ins', (now) => now[sessionId]?.step === 'waiting');
    await home.writeConfig(ACME_CONFIG.replace('acme.awsapps.com', 'other.awsapps.com'));
    await app.until('sign-ins', (now) => now[sessionId] === undefined);
  });

  it('never lets a profile keep the credentials of the role it meant before', async () => {
    world.s3.store.createBucket({ name: 'production', region: 'eu-west-1', accountId: '111122223333' });
    world.s3.store.createBucket({ name: 'sandbox', region: 'eu-west-1', accountId: '444455556666' });
    await signIn(app, world.center, clock);
    expect((await app.ask('buckets.page', { target })).buckets).toMatchObject([{ name: 'production' }]);
    await home.writeConfig(
      ACME_CONFIG.replace('111122223333', '444455556666').replace('ReadOnly', 'Developer'),
    );
    await app.until('overview', ({ sessions }) => sessions[0]?.profiles[0]?.accountId === '444455556666');
    expect((await app.ask('buckets.page', { target })).buckets).toMatchObject([{ name: 'sandbox' }]);
  });
});

describe('a sealed file that won’t go', () => {
  it('is told in the report; the portal is told all the same', async () => {
    await signIn(app, world.center, clock);
    await sealed();
    const folder = join(home.dataFolder, 'sessions');
    const [name = ''] = await readdir(folder);
    // A folder in its place can't be removed as a file, whoever one is.
    await rm(join(folder, name));
    await mkdir(join(folder, name));
    const report = await app.ask('sign-out', { sessionId });
    expect(report.sessions).toMatchObject([{ portal: 'told', file: { code: 'disk.refused' } }]);
    expect(world.center.calls.some(({ operation }) => operation === 'Logout')).toBe(true);
    await signedOut();
  });
});

describe('a restart', () => {
  it('keeps the session', async () => {
    await signIn(app, world.center, clock);
    await restart();
    const overview = await app.until('overview', () => true);
    expect(sessionState(overview, sessionId)).toBe('signed-in');
    expect(overview.vault).toEqual({ storage: 'keychain' });
    await app.ask('buckets.page', { target });
  });

  it('does not keep it where there is no keychain, and the page knows before it signs in', async () => {
    const keychain = new MemoryKeychain();
    keychain.fault = new KeychainFault('no-keychain', 'no Secret Service');
    await restart(keychain);
    await app.ask('sign-in.start', { sessionId });
    const { vault } = await app.until('overview', (now) => now.vault.storage === 'memory');
    expect(vault).toEqual({ storage: 'memory', cause: 'no-keychain', reason: 'no Secret Service' });
    await app.ask('sign-in.cancel', { sessionId });
    await app.until('sign-ins', (now) => now[sessionId] === undefined);
    await signIn(app, world.center, clock);
    expect(app.latest('overview')?.sessions[0]?.status).toMatchObject({ storage: 'memory' });
    expect(await readdir(home.dataFolder).catch(() => [])).toEqual([]);
    await restart(keychain);
    expect(sessionState(await app.until('overview', () => true), sessionId)).toBe('signed-out');
  });

  it('with another key in the keychain signs out, says why, and keeps the file until the next sign-in', async () => {
    await signIn(app, world.center, clock);
    await sealed();
    const files = await readdir(join(home.dataFolder, 'sessions'));
    await restart(new MemoryKeychain(Buffer.alloc(32, 9)));
    const overview = await app.until('overview', () => true);
    expect(overview.sessions[0]?.status).toEqual({ state: 'signed-out', reason: 'unreadable' });
    expect(await readdir(join(home.dataFolder, 'sessions'))).toEqual(files);
    await signIn(app, world.center, clock);
    await restart(new MemoryKeychain(Buffer.alloc(32, 9)));
    expect(sessionState(await app.until('overview', () => true), sessionId)).toBe('signed-in');
  });

  it('does not take a session for the one that led to another portal', async () => {
    await signIn(app, world.center, clock);
    await home.writeConfig(ACME_CONFIG.replace('acme.awsapps.com', 'other.awsapps.com'));
    await restart();
    expect(sessionState(await app.until('overview', () => true), sessionId)).toBe('signed-out');
  });
});
