import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startMetadataServer } from './metadata-server.ts';
import {
  AUDIT,
  AUDITOR,
  DEVELOPMENT,
  KEYS,
  PRODUCTION,
  type ProfileWorld,
  STATIC_KEYS,
  refusal,
  startProfileWorld,
} from './profile-world.ts';

let world: ProfileWorld;
afterEach(async () => {
  await world.close();
  vi.unstubAllEnvs();
});
const temporary = (accountId: string) =>
  world.aws.center.ledger.issue({ accountId, roleName: 'Held', lifetimeMs: 3_600_000, now: Date.now() });

describe('a profile shows its buckets', () => {
  it('with keys, and with keys and a session token', async () => {
    world = await startProfileWorld(`[profile keys]\n${STATIC_KEYS}`);
    const page = await world.app.ask('buckets.page', { target: { kind: 'profile', profile: 'keys' } });
    // Whose keys they are, only AWS knows.
    expect(page).not.toHaveProperty('accountId');
    expect(page.buckets.map(({ name }) => name)).toEqual(['dev-scratch']);
    const { accessKeyId, secretAccessKey, sessionToken } = temporary(AUDIT);
    await world.configure(
      `[profile keys]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_session_token = ${sessionToken}\n`,
    );
    expect(await world.buckets('keys')).toEqual(['audit-trail']);
    const activity = await world.app.until('activity', ([latest]) => latest?.outcome === 'ok');
    expect(activity[0]).toMatchObject({ command: 'aws s3 ls --profile keys', calls: 1 });
  });

  it('with keys from the credentials file', async () => {
    world = await startProfileWorld('[profile keys]\nregion = eu-west-1\n');
    await writeFile(join(world.home.folder, '.aws', 'credentials'), `[keys]\n${STATIC_KEYS}`);
    await world.configure('[profile keys]\nregion = eu-west-1\n');
    expect(await world.buckets('keys')).toEqual(['dev-scratch']);
  });

  it('with a token file', async () => {
    world = await startProfileWorld('');
    const token = join(world.home.folder, 'token');
    await writeFile(token, 'header.canary-web-identity.signature');
    world.aws.sts.roles.push({
      arn: AUDITOR,
      webIdentityTokens: ['header.canary-web-identity.signature'],
      maxSessionSeconds: 7_200,
    });
    await world.configure(
      `[profile pod]\nrole_arn = ${AUDITOR}\nweb_identity_token_file = ${token}\nrole_session_name = pod-7\nduration_seconds = 5400\n`,
    );
    expect(await world.buckets('pod')).toEqual(['audit-trail']);
    expect(world.aws.sts.calls).toMatchObject([
      {
        operation: 'AssumeRoleWithWebIdentity',
        params: { RoleSessionName: 'pod-7', DurationSeconds: '5400' },
      },
    ]);
    await world.configure(`[profile pod]\nrole_arn = ${AUDITOR}\nweb_identity_token_file = ${token}-gone\n`);
    expect(await refusal(world.buckets('pod'))).toMatchObject({
      code: 'profile.no-credentials',
      params: { profile: 'pod', reason: expect.stringContaining('no such file') },
    });
    await writeFile(token, 'another');
    await world.configure(`[profile pod]\nrole_arn = ${AUDITOR}\nweb_identity_token_file = ${token}\n`);
    expect(await refusal(world.buckets('pod'))).toMatchObject({ code: 'profile.role-refused' });
  });

  it('with the environment’s keys, which are the app’s, not this process’s', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIASOMEBODYELSE0001');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'somebody-else');
    const around = '[profile around]\ncredential_source = Environment\n';
    world = await startProfileWorld(around, {
      AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
    });
    expect(await world.buckets('around')).toEqual(['dev-scratch']);
    await world.close();
    world = await startProfileWorld(around);
    expect(await refusal(world.buckets('around'))).toMatchObject({
      code: 'profile.no-credentials',
      params: { reason: 'AWS_ACCESS_KEY_ID is not set.' },
    });
  });

  it('with a container’s credentials, as the source of a role', async () => {
    // The process's own variables would lead elsewhere.
    vi.stubEnv('AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', '/somewhere-else');
    world = await startProfileWorld('');
    world.aws.sts.roles.push({ arn: AUDITOR, trusts: ({ accountId }) => accountId === DEVELOPMENT });
    const metadata = await startMetadataServer(temporary(DEVELOPMENT), 'container-token');
    const profile = `[profile task]\nrole_arn = ${AUDITOR}\ncredential_source = EcsContainer\n`;
    const inside = await startProfileWorld(profile, {
      ...world.aws.env,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${metadata.url}/container`,
      AWS_CONTAINER_AUTHORIZATION_TOKEN: 'container-token',
    });
    expect(await inside.buckets('task')).toEqual(['audit-trail']);
    expect(metadata.calls).toEqual(['GET /container']);
    await inside.close();
    metadata.close();
  });

  it('with an instance’s credentials', async () => {
    world = await startProfileWorld('[profile box]\ncredential_source = Ec2InstanceMetadata\n');
    const metadata = await startMetadataServer(temporary(PRODUCTION), '');
    vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', metadata.url);
    vi.stubEnv('AWS_CONFIG_FILE', world.home.config);
    expect(await world.buckets('box')).toEqual(['production-logs']);
    expect(metadata.calls[0]).toBe('PUT /latest/api/token');
    metadata.close();
  });

  it('with what `aws login` left in its cache', async () => {
    const session = `arn:aws:iam::${AUDIT}:user/ana`;
    world = await startProfileWorld(`[profile ana]\nlogin_session = ${session}\n`);
    const cache = join(world.home.folder, '.aws', 'login', 'cache');
    vi.stubEnv('AWS_LOGIN_CACHE_DIRECTORY', cache);
    expect(await refusal(world.buckets('ana'))).toMatchObject({
      code: 'profile.no-credentials',
      params: { profile: 'ana', reason: expect.stringContaining('Failed to load token') },
    });
    const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = temporary(AUDIT);
    await mkdir(cache, { recursive: true });
    const accessToken = { accessKeyId, secretAccessKey, sessionToken, accountId: AUDIT };
    await writeFile(
      join(cache, `${createHash('sha256').update(session).digest('hex')}.json`),
      JSON.stringify({
        accessToken: { ...accessToken, expiresAt: new Date(expiresAt).toISOString() },
        clientId: 'arn:aws:signin:::devtools/same-device',
        refreshToken: 'canary-refresh',
        dpopKey: 'canary-key',
      }),
    );
    expect(await world.buckets('ana')).toEqual(['audit-trail']);
  });
});

describe('a profile that can’t be used', () => {
  it('says why', async () => {
    world = await startProfileWorld(
      `[profile nothing]\nregion = eu-west-1\n
[profile half]\naws_access_key_id = AKIA\n
[profile one]\nrole_arn = ${AUDITOR}\nsource_profile = two\n
[profile two]\nrole_arn = ${AUDITOR}\nsource_profile = one\n
[profile lost]\nrole_arn = ${AUDITOR}\nsource_profile = nowhere\n
[profile unknown]\naws_access_key_id = AKIAUNKNOWN000000001\naws_secret_access_key = s\n
[profile onto-unknown]\nrole_arn = ${AUDITOR}\nsource_profile = unknown\n
[profile mistyped]\naws_access_key_id = ${KEYS.accessKeyId}\naws_secret_access_key = mistyped\n
[profile onto-mistyped]\nrole_arn = ${AUDITOR}\nsource_profile = mistyped\n`,
    );
    const why = (profile: string) => refusal(world.buckets(profile));
    expect(await why('nothing')).toMatchObject({ code: 'profile.kind-unknown' });
    expect(await why('half')).toMatchObject({
      code: 'profile.incomplete',
      params: { key: 'aws_secret_access_key' },
    });
    expect(await why('one')).toMatchObject({ code: 'profile.source-cycle', params: { profile: 'one' } });
    expect(await why('lost')).toMatchObject({
      code: 'profile.source-missing',
      params: { profile: 'lost', source: 'nowhere' },
    });
    expect(await why('unknown')).toMatchObject({ code: 's3.failed', params: { code: 'InvalidAccessKeyId' } });
    expect(await why('onto-unknown')).toMatchObject({
      code: 'profile.no-credentials',
      params: { reason: expect.stringMatching(/^InvalidClientTokenId: The security token/) },
    });
    expect(await why('onto-mistyped')).toMatchObject({
      code: 'profile.no-credentials',
      params: { reason: 'SignatureDoesNotMatch' },
    });
    expect(world.aws.sts.calls).toHaveLength(2);
  });
});
