import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CredentialLedger } from '../stand-ins/credential-ledger.ts';
import { type S3StandIn, startS3 } from '../stand-ins/s3/index.ts';
import { type StsStandIn, startSts } from '../stand-ins/sts/index.ts';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { type Home, makeHome } from '../support/home.ts';
import { refusal } from './profile-world.ts';
import { type TestApp, startTestApp } from './test-app.ts';

const ACCOUNT = '222222222222';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/Storage`;
const KEYS = 'aws_access_key_id = local-key\naws_secret_access_key = local-secret\nregion = local-1\n';

let s3: S3StandIn;
let sts: StsStandIn;
let home: Home;
let app: TestApp;

/** Servers of one's own, which only the config names: the environment says nothing. */
beforeEach(async () => {
  const credentials = new CredentialLedger();
  credentials.add({ accessKeyId: 'local-key', secretAccessKey: 'local-secret', accountId: ACCOUNT });
  s3 = await startS3({ credentials });
  sts = await startSts({ credentials });
  sts.roles.push({ arn: ROLE });
  s3.store.createBucket({ name: 'local-media', region: 'local-1', accountId: ACCOUNT });
  home = await makeHome();
});
afterEach(async () => {
  await app.close();
  await s3.close();
  await sts.close();
  await home.remove();
  vi.unstubAllEnvs();
});

async function start(config: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  await home.writeConfig(config);
  app = await startTestApp({ home, env, clock: new FakeClock(Date.now()) });
}
async function buckets(profile: string): Promise<string[]> {
  const page = await app.ask('buckets.page', { target: { kind: 'profile', profile } });
  return page.buckets.map(({ name }) => name);
}

it('endpoint_url leads keys to an S3-compatible server, by path, in a region of its own', async () => {
  await start(`[profile local]\n${KEYS}endpoint_url = ${s3.url}\n`);
  expect(await buckets('local')).toEqual(['local-media']);
  const at = { target: { kind: 'profile', profile: 'local' }, bucket: 'local-media' } as const;
  expect(await app.ask('bucket.open', at)).toMatchObject({ name: 'local-media' });
  expect(s3.calls).toMatchObject([
    { operation: 'ListBuckets', region: 'local-1' },
    { operation: 'HeadBucket', bucket: 'local-media' },
  ]);
});

it('services name S3 and STS each for itself, and win over endpoint_url', async () => {
  await start(`
[profile media]
role_arn = ${ROLE}
source_profile = keys
region = local-1
services = local
endpoint_url = http://127.0.0.1:9

[profile keys]
${KEYS}
[services local]
s3 =
  endpoint_url = ${s3.url}
sts =
  endpoint_url = ${sts.url}
`);
  expect(await buckets('media')).toEqual(['local-media']);
  expect(sts.calls).toMatchObject([{ operation: 'AssumeRole', region: 'local-1', status: 200 }]);
});

it('the environment wins over the config, its word about one service over that about all', async () => {
  const config = `[profile local]\n${KEYS}endpoint_url = http://127.0.0.1:9\n`;
  await start(config, { AWS_ENDPOINT_URL: s3.url });
  expect(await buckets('local')).toEqual(['local-media']);
  await app.close();
  await start(config, { AWS_ENDPOINT_URL_S3: s3.url, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' });
  expect(await buckets('local')).toEqual(['local-media']);
});

it('another profile’s endpoint, or one of this process’s, is nobody else’s', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL_STS', 'http://127.0.0.1:9');
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
  vi.stubEnv('AWS_PROFILE', 'elsewhere');
  vi.stubEnv('AWS_CONFIG_FILE', home.config);
  await start(`
[default]
endpoint_url = http://127.0.0.1:9

[profile elsewhere]
endpoint_url = http://127.0.0.1:9

[profile media]
role_arn = ${ROLE}
source_profile = keys
services = local

[profile keys]
${KEYS}endpoint_url = http://127.0.0.1:9

[services local]
s3 =
  endpoint_url = ${s3.url}
sts =
  endpoint_url = ${sts.url}
`);
  expect(await buckets('media')).toEqual(['local-media']);
});

it('a change of endpoint counts at once, for the role’s credentials, too', async () => {
  const config = (stsUrl: string) => `
[profile media]
role_arn = ${ROLE}
source_profile = keys
services = local
[profile keys]
${KEYS}
[services local]
s3 =
  endpoint_url = ${s3.url}
sts =
  endpoint_url = ${stsUrl}
`;
  await start(config(sts.url));
  expect(await buckets('media')).toEqual(['local-media']);
  const second = await startSts({ credentials: new CredentialLedger() });
  await home.writeConfig(`${config(second.url)}\n[profile read]\nregion = x\n`);
  await app.until('overview', ({ otherProfiles }) => otherProfiles.some(({ name }) => name === 'read'));
  expect(await refusal(buckets('media'))).toMatchObject({
    code: 'profile.no-credentials',
    params: { reason: expect.stringContaining('InvalidClientTokenId') },
  });
  expect(second.calls).toHaveLength(1);
  await second.close();
});
