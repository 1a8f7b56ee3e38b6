import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SsoSessionFields } from '../../../shared/config-change.ts';
import { AppFailure } from '../app-failure.ts';
import { readAwsProfiles } from '../aws-config/aws-profiles.ts';
import { readConfigFile } from '../aws-config/config-file.ts';
import { SessionDrafts } from './session-drafts.ts';

const ACME: SsoSessionFields = {
  name: 'acme',
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-west-1',
  registrationScopes: ['sso:account:access'],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-porter-drafts-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The sessions of a config file of this text, as the app reads it. */
async function inConfig(text: string) {
  const path = join(folder, 'config');
  await writeFile(path, text);
  const credentials = await readConfigFile(join(folder, 'no-credentials'));
  return readAwsProfiles(await readConfigFile(path), credentials).sessions;
}

function section({ name, startUrl, region, registrationScopes }: SsoSessionFields): string {
  const scopes =
    registrationScopes.length === 0 ? '' : `sso_registration_scopes = ${registrationScopes.join(',')}\n`;
  return `[sso-session ${name}]\nsso_start_url = ${startUrl}\nsso_region = ${region}\n${scopes}`;
}

async function drafts(config = '') {
  const changes: number[] = [];
  const standing = await inConfig(config);
  const made = new SessionDrafts(
    () => standing,
    () => void changes.push(1),
  );
  return { made, changes };
}

function faultOf(run: () => unknown) {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof AppFailure) return thrown.error;
    throw thrown;
  }
  throw new Error('nothing was refused');
}

describe('SessionDrafts', () => {
  it.each([
    ACME,
    { ...ACME, registrationScopes: [] },
    { ...ACME, registrationScopes: ['sso:account:access', 'openid'] },
    { ...ACME, name: 'ünï-code_2' },
  ])('makes the session that the config file will hold: %j', async (fields) => {
    const { made, changes } = await drafts();
    const session = made.add(fields, 'sso-session');
    expect([session]).toEqual(await inConfig(section(fields)));
    expect(made.sessions).toEqual([session]);
    expect(changes).toHaveLength(1);
  });

  it('makes a legacy session as profiles of the older kind make it', async () => {
    const { made } = await drafts();
    const session = made.add({ ...ACME, name: '' }, 'legacy');
    const profile = `[profile x]\nsso_start_url = ${ACME.startUrl}\nsso_region = eu-west-1\n`;
    expect([session]).toEqual(await inConfig(profile));
  });

  it('makes a draft anew when its address is mended, and puts it away', async () => {
    const { made, changes } = await drafts();
    made.add(ACME, 'sso-session');
    const mended = made.add({ ...ACME, region: 'us-east-1' }, 'sso-session');
    expect(made.sessions).toEqual([mended]);
    expect(made.drop('sso-session:acme')).toBe(mended);
    expect(made.drop('sso-session:acme')).toBeUndefined();
    expect(made.sessions).toEqual([]);
    expect(changes).toHaveLength(3);
  });

  it('means the session that stands in the config already, and refuses another of its name', async () => {
    const { made, changes } = await drafts(section(ACME));
    expect(made.add(ACME, 'sso-session').id).toBe('sso-session:acme');
    expect(made.sessions).toEqual([]);
    expect(changes).toEqual([]);
    for (const other of [{ startUrl: 'https://other.awsapps.com/start' }, { region: 'us-east-1' }]) {
      expect(faultOf(() => made.add({ ...ACME, ...other }, 'sso-session'))).toEqual({
        code: 'config.name-taken',
        params: { name: 'acme' },
      });
    }
  });

  it.each([
    [{ name: '' }, 'sso-session', 'empty'],
    [{ name: ' acme' }, 'sso-session', 'not-allowed'],
    [{ startUrl: 'https://x #y' }, 'sso_start_url', 'not-allowed'],
    [{ startUrl: '' }, 'sso_start_url', 'empty'],
    [{ region: '' }, 'sso_region', 'empty'],
    [{ name: 'a\nb' }, 'sso-session', 'line-break'],
    [{ name: 'a\u2028b' }, 'sso-session', 'line-break'],
    [{ startUrl: 'https://x\r\nregion = y' }, 'sso_start_url', 'line-break'],
    [{ region: 'eu\n' }, 'sso_region', 'line-break'],
    [{ registrationScopes: ['a\nb'] }, 'sso_registration_scopes', 'line-break'],
    [{ name: 'a]b' }, 'header', 'brackets'],
  ] as const)('refuses %j', async (bad, key, reason) => {
    const { made, changes } = await drafts();
    const fields = { ...ACME, ...bad };
    expect(faultOf(() => made.add(fields, 'sso-session'))).toEqual({
      code: 'config.bad-value',
      params: { key, reason },
    });
    expect(made.sessions).toEqual([]);
    expect(changes).toEqual([]);
  });
});
