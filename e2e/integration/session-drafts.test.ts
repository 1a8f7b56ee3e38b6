import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import type { SessionView } from '../../shared/session.ts';
import { type IdentityCenter, startIdentityCenter } from '../stand-ins/identity-center/index.ts';
import { startVanityHost, type VanityHost } from '../stand-ins/vanity-host/index.ts';
import { type Home, makeHome } from '../support/home.ts';
import { ACME_CONFIG, ACME_SESSION, ACME_URL, acmeOrganisation } from './acme.ts';
import { type TestApp, startTestApp } from './test-app.ts';

const PORTAL = 'https://ssoins-7223abcd.portal.ap-northeast-1.app.aws';
const fields = {
  name: 'lab',
  startUrl: ACME_URL,
  region: 'eu-west-1',
  registrationScopes: ['sso:account:access'],
};
let clock: FakeClock;
let center: IdentityCenter;
let vanity: VanityHost;
let home: Home;
let app: TestApp;

beforeEach(async () => {
  clock = new FakeClock(Date.now());
  const acme = acmeOrganisation();
  center = await startIdentityCenter({
    organisation: [acme, { ...acme, startUrl: PORTAL, region: 'ap-northeast-1' }],
    clock: () => clock.now(),
    autoApprove: true,
  });
  vanity = await startVanityHost(() => ({ status: 302, location: `${PORTAL}/` }));
  home = await makeHome('');
  const env = { ...center.regionalEnvironment, AWS_CA_BUNDLE: vanity.caFile };
  app = await startTestApp({ home, env, clock });
});
afterEach(async () => {
  await app.close();
  await vanity.close();
  await center.close();
  await home.remove();
});

const draft = (id: string): SessionView | undefined =>
  app.latest('overview')?.drafts.find((session) => session.id === id);

async function signIn(sessionId: string): Promise<void> {
  await app.ask('sign-in.start', { sessionId });
  await app.until('sign-ins', (now) => now[sessionId]?.step === 'waiting');
  await clock.skip();
  await app.until('overview', () => draft(sessionId)?.status.state === 'signed-in');
}

describe('a session that is being set up', () => {
  it('is signed in to, and its accounts and roles listed, before anything is written', async () => {
    const { sessionId } = await app.ask('session.draft', { session: fields, kind: 'sso-session' });
    expect(sessionId).toBe('sso-session:lab');
    await signIn(sessionId);
    const held = app.call('catalog.keep', { sessionId });
    let done = false;
    const finished = app
      .until('catalogs', (now) => now[sessionId]?.phase === 'done')
      .then((catalogs) => {
        done = true;
        return catalogs;
      });
    const isDone = () => done;
    while (!isDone()) {
      const next = clock.nextWake;
      if (next !== undefined && next < 5_000) clock.advance(next);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await finished)[sessionId]?.accounts).toMatchObject([
      { accountId: '111122223333', roles: ['AdministratorAccess', 'ReadOnly'] },
      { accountId: '444455556666', roles: ['Developer'] },
    ]);
    held.cancel();
    expect(app.latest('overview')?.sessions).toEqual([]);
  });

  it('gives its token back when it is put away', async () => {
    const { sessionId } = await app.ask('session.draft', { session: fields, kind: 'sso-session' });
    await signIn(sessionId);
    await app.ask('session.drop-draft', { sessionId });
    await center.waitForCall('Logout');
    await app.until('overview', (overview) => overview.drafts.length === 0);
  });

  it('gives its token back to the portal that gave it, whatever the name has come to mean', async () => {
    const { sessionId } = await app.ask('session.draft', { session: fields, kind: 'sso-session' });
    await signIn(sessionId);
    await app.ask('session.draft', { session: { ...fields, region: 'us-east-1' }, kind: 'sso-session' });
    await app.ask('session.drop-draft', { sessionId });
    expect(await center.waitForCall('Logout')).toMatchObject({ region: 'eu-west-1', status: 200 });
  });

  it('stops a sign-in when it comes to lead to another portal', async () => {
    const { sessionId } = await app.ask('session.draft', { session: fields, kind: 'sso-session' });
    await app.ask('sign-in.start', { sessionId });
    await app.until('sign-ins', (now) => now[sessionId]?.step === 'waiting');
    await app.ask('session.draft', { session: { ...fields, region: 'us-east-1' }, kind: 'sso-session' });
    await app.until('sign-ins', (now) => now[sessionId] === undefined);
    await app.until('overview', () => draft(sessionId)?.region === 'us-east-1');
    expect(draft(sessionId)?.status.state).toBe('signed-out');
  });

  it('is signed in to no more after a restart that came before it was written', async () => {
    const { sessionId } = await app.ask('session.draft', { session: fields, kind: 'sso-session' });
    await signIn(sessionId);
    await app.close();
    const config = `[sso-session lab]\nsso_start_url = ${ACME_URL}\nsso_region = eu-west-1\n`;
    await home.writeConfig(config);
    app = await startTestApp({ home, env: center.regionalEnvironment, clock });
    const overview = await app.until('overview', ({ sessions }) => sessions.length === 1);
    expect(overview.sessions[0]?.status).toEqual({ state: 'signed-out', reason: 'never' });
  });

  it('stays signed in when the config holds it, and leaves the drafts', async () => {
    const session = { ...fields, name: 'acme' };
    const { sessionId } = await app.ask('session.draft', { session, kind: 'sso-session' });
    await signIn(sessionId);
    await home.writeConfig(ACME_CONFIG);
    const overview = await app.until('overview', (now) => now.sessions.length === 1);
    expect(overview.sessions[0]).toMatchObject({ id: ACME_SESSION, status: { state: 'signed-in' } });
    expect(overview.drafts).toEqual([]);
    await app.ask('session.drop-draft', { sessionId });
    expect(center.calls.some(({ operation }) => operation === 'Logout')).toBe(false);
  });

  it('takes no name that another session of the config has', async () => {
    await home.writeConfig(ACME_CONFIG);
    await app.until('overview', (now) => now.sessions.length === 1);
    const session = { ...fields, name: 'acme', startUrl: 'https://other.awsapps.com/start' };
    await expect(app.ask('session.draft', { session, kind: 'sso-session' })).rejects.toMatchObject({
      error: { code: 'config.name-taken', params: { name: 'acme' } },
    });
  });

  it('is refused in the wrong region, and signed in to in the one that was found', async () => {
    const wrong = { ...fields, region: 'us-east-1' };
    const { sessionId } = await app.ask('session.draft', { session: wrong, kind: 'sso-session' });
    await app.ask('sign-in.start', { sessionId });
    await app.until('sign-ins', (now) => now[sessionId]?.step === 'failed');
    expect(app.latest('sign-ins')?.[sessionId]).toMatchObject({
      error: { code: 'sign-in.start-url-refused', params: { startUrl: ACME_URL, region: 'us-east-1' } },
    });
    await app.ask('sign-in.cancel', { sessionId });
    const { region } = await app.ask('start-url.find-region', { startUrl: ACME_URL });
    expect(region).toBe('eu-west-1');
    await app.ask('session.draft', { session: fields, kind: 'sso-session' });
    await signIn(sessionId);
  });

  it.each(['sso-session', 'legacy'] as const)(
    'signs in by an organisation’s own address (%s)',
    async (kind) => {
      const finding = await app.ask('start-url.check', { text: ` ${vanity.url}/ ` });
      expect(finding).toMatchObject({ region: 'ap-northeast-1', regionFrom: 'redirect', issuerUrl: PORTAL });
      const { startUrl, region = '', suggestedName: name } = finding;
      const session = { name, startUrl, region, registrationScopes: ['sso:account:access'] };
      const { sessionId } = await app.ask('session.draft', { session, kind });
      expect(draft(sessionId)?.startUrl ?? startUrl).toBe(`${vanity.url}/`);
      await signIn(sessionId);
      const start = center.calls.find(({ operation }) => operation === 'StartDeviceAuthorization');
      expect(start?.params['startUrl']).toBe(PORTAL);
      expect(vanity.requests).toHaveLength(1);
    },
  );
});
