import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { failureShapes } from '../stand-ins/s3/index.ts';
import { ACME_CONFIG, ACME_SESSION } from './acme.ts';
import { signIn } from './signed-in-app.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';
import { type Home, makeHome } from '../support/home.ts';
import { type TestApp, startTestApp } from './test-app.ts';

const target = { kind: 'profile', profile: 'prod-ro' } as const;
const CREATED = Date.UTC(2019, 3, 1, 12, 30, 5);
let clock: FakeClock;
let world: StandIns;
let home: Home;
let app: TestApp;

beforeEach(async () => {
  clock = new FakeClock(Date.now());
  world = await startStandIns(() => clock.now());
  const mine = { accountId: '111122223333', createdAt: CREATED };
  world.s3.store.createBucket({ ...mine, name: 'invoices-2026', region: 'eu-west-1' });
  world.s3.store.createBucket({ ...mine, name: 'tokyo-media', region: 'ap-northeast-1' });
  world.s3.store.createBucket({
    ...mine,
    name: 'another-accounts',
    region: 'eu-west-1',
    accountId: '444455556666',
  });
  home = await makeHome(ACME_CONFIG);
  app = await startTestApp({ home, env: world.env, clock });
  await signIn(app, world.center, clock);
});
afterEach(async () => {
  await app.close();
  await world.close();
  await home.remove();
});

const portalCalls = () =>
  world.center.calls.filter(({ operation }) => operation === 'GetRoleCredentials').length;

describe('buckets', () => {
  it('come with region and date, in the two calls that are the least possible', async () => {
    expect(await app.ask('buckets.page', { target })).toEqual({
      accountId: '111122223333',
      partition: 'aws',
      buckets: [
        { name: 'invoices-2026', region: 'eu-west-1', createdAt: CREATED },
        { name: 'tokyo-media', region: 'ap-northeast-1', createdAt: CREATED },
      ],
    });
    expect(portalCalls()).toBe(1);
    expect(world.s3.calls.map(({ operation }) => operation)).toEqual(['ListBuckets']);
    const activity = await app.until(
      'activity',
      ([latest]) => latest?.outcome === 'ok' && latest.action === 'list-buckets',
    );
    expect(activity[0]).toMatchObject({ command: 'aws s3 ls --profile prod-ro', calls: 2 });
  });

  it('show through a role picked in the portal as well', async () => {
    const role = {
      kind: 'role',
      sessionId: ACME_SESSION,
      accountId: '444455556666',
      roleName: 'Developer',
    } as const;
    const page = await app.ask('buckets.page', { target: role });
    expect(page.buckets.map(({ name }) => name)).toEqual(['another-accounts']);
  });

  it('come page by page, each once', async () => {
    for (let index = 0; index < 2_100; index += 1) {
      const name = `bulk-${String(index).padStart(5, '0')}`;
      world.s3.store.createBucket({ name, region: 'eu-west-1', accountId: '111122223333' });
    }
    const names: string[] = [];
    let continuationToken: string | undefined;
    do {
      const page = await app.ask('buckets.page', { target, continuationToken });
      names.push(...page.buckets.map(({ name }) => name));
      continuationToken = page.continuationToken;
    } while (continuationToken !== undefined);
    expect(names).toHaveLength(2_102);
    expect(new Set(names).size).toBe(2_102);
    expect(world.s3.calls).toHaveLength(3);
    expect(portalCalls()).toBe(1);
  });

  it('name the missing action when listing is denied, and open by name', async () => {
    world.s3.deny({ action: 's3:ListAllMyBuckets' });
    await expect(app.ask('buckets.page', { target })).rejects.toMatchObject({
      error: { code: 's3.access-denied', params: { action: 's3:ListAllMyBuckets', resource: '*' } },
    });
    expect(await app.ask('bucket.open', { target, bucket: 's3://invoices-2026/some/key' })).toEqual({
      name: 'invoices-2026',
      region: 'eu-west-1',
    });
  });

  it.each(['400', '301'] as const)('open in another region, learned from the %s answer', async (answer) => {
    world.s3.knobs.regionMismatch = answer;
    expect(await app.ask('bucket.open', { target, bucket: 'arn:aws:s3:::tokyo-media' })).toEqual({
      name: 'tokyo-media',
      region: 'ap-northeast-1',
    });
  });

  it('say which bucket is missing, forbidden, or none at all', async () => {
    const open = (bucket: string) => app.ask('bucket.open', { target, bucket });
    await expect(open('no-such-bucket')).rejects.toMatchObject({
      error: { code: 's3.no-such-bucket', params: { bucket: 'no-such-bucket' } },
    });
    await expect(open('another-accounts')).rejects.toMatchObject({
      error: {
        code: 's3.access-denied',
        params: { action: 's3:ListBucket', resource: 'arn:aws:s3:::another-accounts' },
      },
    });
    await expect(open('Not a bucket!')).rejects.toMatchObject({ error: { code: 's3.bad-bucket-name' } });
  });

  it('get new credentials when S3 says that the old ones have expired', async () => {
    await app.ask('buckets.page', { target });
    world.s3.failNext({ operation: 'ListBuckets', how: failureShapes.expiredToken });
    expect((await app.ask('buckets.page', { target })).buckets).toHaveLength(2);
    expect(portalCalls()).toBe(2);
  });

  it('renew credentials before they end, once for all who wait', async () => {
    world.center.knobs.roleCredentialLifetimeSeconds = 3_600;
    await app.ask('buckets.page', { target });
    clock.advance(44 * 60_000);
    await app.ask('buckets.page', { target });
    expect(portalCalls()).toBe(1);
    clock.advance(2 * 60_000);
    await Promise.all(Array.from({ length: 20 }, () => app.ask('buckets.page', { target })));
    expect(portalCalls()).toBe(2);
  });

  it('survive a passing SlowDown, and explain a lasting one', async () => {
    world.s3.failNext({ operation: 'ListBuckets', times: 1, how: failureShapes.slowDown });
    const first = app.ask('buckets.page', { target });
    await clock.skip();
    expect((await first).buckets).toHaveLength(2);
    world.s3.failNext({ operation: 'ListBuckets', times: 5, how: failureShapes.slowDown });
    const second = app.call('buckets.page', { target }).answer;
    for (let turn = 1; turn <= 4; turn += 1) await clock.skip();
    expect(await second).toMatchObject({ ok: false, error: { code: 's3.throttled' } });
  });

  it('explain a network sign-in page that answers in place of S3', async () => {
    world.s3.failNext({ operation: 'ListBuckets', how: 'garbage' });
    await expect(app.ask('buckets.page', { target })).rejects.toMatchObject({
      error: { code: 'network.garbled' },
    });
  });

  it('take a block page with status 403 for what it is, not for a missing permission', async () => {
    const page = createServer((_request, response) => {
      response.writeHead(403, { 'content-type': 'text/html' });
      response.end('<html><body>Blocked by policy</body></html>');
    });
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    const { port } = page.address() as AddressInfo;
    const behind = await startTestApp({
      home,
      env: { ...world.env, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` },
      clock,
    });
    await expect(behind.ask('buckets.page', { target })).rejects.toMatchObject({
      error: { code: 'network.garbled' },
    });
    await behind.close();
    page.closeAllConnections();
    page.close();
  });

  it('name the profile and key that are missing', async () => {
    const ask = (profile: string) => app.ask('buckets.page', { target: { kind: 'profile', profile } });
    await expect(ask('nobody')).rejects.toMatchObject({ error: { code: 'profile.not-found' } });
    await home.writeConfig(
      `${ACME_CONFIG}\n[profile half]\nsso_session = acme\n\n[profile keys]\nregion = x\n`,
    );
    await app.until('overview', ({ otherProfiles }) => otherProfiles.length === 1);
    await expect(ask('half')).rejects.toMatchObject({
      error: { code: 'profile.incomplete', params: { profile: 'half', key: 'sso_account_id' } },
    });
    await expect(ask('keys')).rejects.toMatchObject({ error: { code: 'profile.kind-unknown' } });
  });
});
