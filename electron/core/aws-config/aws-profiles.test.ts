import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAwsProfiles } from './aws-profiles.ts';
import type { ReadConfigFile } from './config-file.ts';
import { parseIni } from './ini-document.ts';

function file(path: string, text: string): ReadConfigFile {
  const document = parseIni(text);
  return { path, exists: true, document, problems: document.problems.map((one) => ({ path, ...one })) };
}
const read = (config: string, credentials = '') =>
  readAwsProfiles(file('config', config), file('credentials', credentials));

const SESSION =
  '[sso-session acme]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n';

describe('readAwsProfiles', () => {
  it('takes any file without throwing, odd section names included', () => {
    const header = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'constructor x',
        'toString x',
        '__proto__ x',
        'profile',
        'profile a b',
        'profile "a b"',
        'sso-session',
        'default',
      ),
    );
    const section = fc.tuple(header, fc.dictionary(fc.string(), fc.string()));
    const text = fc.array(section).map((list) =>
      list
        .map(
          ([name, keys]) =>
            `[${name}]\n${Object.entries(keys)
              .map(([key, value]) => `${key} = ${value}`)
              .join('\n')}`,
        )
        .join('\n'),
    );
    fc.assert(
      fc.property(text, text, (config, credentials) => {
        expect(Array.isArray(read(config, credentials).profiles)).toBe(true);
      }),
    );
  });

  it('ignores a name of several words without quotes, as the CLI does, and says so', () => {
    const { profiles, problems } = read('[profile a b]\nregion = x\n');
    expect(profiles).toEqual([]);
    expect(problems).toMatchObject([{ reason: 'section-unknown', subject: 'profile a b' }]);
  });

  it('reports a legacy start URL with two regions', () => {
    const legacy = (name: string, region: string) =>
      `[profile ${name}]\nsso_start_url = https://x.example/start\nsso_region = ${region}\n`;
    expect(read(legacy('a', 'us-east-1') + legacy('b', 'eu-west-1')).problems).toMatchObject([
      { reason: 'session-conflict', subject: 'b: x.example', line: 4 },
    ]);
  });

  it('joins profiles to their sso-session', () => {
    const { sessions, profiles, problems } = read(
      `${SESSION}[profile "my prod"]\nsso_session = acme\nsso_account_id = 111122223333\nsso_role_name = RO\n`,
    );
    expect(sessions).toMatchObject([
      {
        id: 'sso-session:acme',
        kind: 'sso-session',
        region: 'eu-west-1',
        registrationScopes: ['sso:account:access'],
      },
    ]);
    expect(profiles).toMatchObject([
      {
        name: 'my prod',
        kind: 'sso',
        sessionId: 'sso-session:acme',
        accountId: '111122223333',
        roleName: 'RO',
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('splits registration scopes at commas', () => {
    const { sessions } = read(
      `${SESSION}sso_registration_scopes = sso:account:access, codewhisperer:analysis\n`,
    );
    expect(sessions[0]?.registrationScopes).toEqual(['sso:account:access', 'codewhisperer:analysis']);
  });

  it('makes one legacy session of all profiles with the same start URL, and asks no scope for it', () => {
    const legacy = 'sso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = us-east-1\n';
    const { sessions, profiles } = read(`[default]\n${legacy}[profile b]\n${legacy}`);
    expect(sessions).toMatchObject([
      {
        id: 'legacy:https://d-1234567890.awsapps.com/start',
        kind: 'legacy',
        name: 'd-1234567890.awsapps.com',
        registrationScopes: [],
      },
    ]);
    expect(profiles.map(({ name, sessionId }) => [name, sessionId])).toEqual([
      ['default', sessions[0]?.id],
      ['b', sessions[0]?.id],
    ]);
  });

  it('lets the credentials file win over the config file', () => {
    const { profiles } = read(
      '[profile a]\nregion = eu-west-1\noutput = json\n',
      '[a]\nregion = us-east-1\naws_access_key_id = AKIA\n',
    );
    expect(profiles).toMatchObject([{ name: 'a', region: 'us-east-1', kind: 'static-keys' }]);
    expect(profiles[0]?.keys.get('output')).toBe('json');
  });

  it('tells the kinds of profile apart', () => {
    const { profiles } = read(
      [
        '[profile role]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = a',
        '[profile process]\ncredential_process = /bin/x',
        '[profile login]\nlogin_session = x',
        '[profile bare]\nregion = eu-west-1',
      ].join('\n'),
    );
    expect(profiles.map(({ kind }) => kind)).toEqual(['assume-role', 'credential-process', 'login', 'other']);
  });

  it.each([
    ['[profile a]\nsso_session = nowhere\n', 'session-missing', 'a: nowhere', 1],
    ['[sso-session x]\nsso_start_url = https://x\n', 'session-incomplete', 'x: sso_region', 1],
    [`${SESSION}[profile a]\nsso_session = acme\nsso_region = us-east-1\n`, 'session-conflict', 'a: acme', 4],
    ['[profile a]\nsso_start_url = https://x\n', 'profile-incomplete', 'a: sso_region', 1],
    ['[prod]\nsso_session = acme\n', 'section-unknown', 'prod', 1],
    [`${SESSION}${SESSION}`, 'duplicate-section', 'sso-session acme', 4],
  ])('reports %j', (config, reason, subject, line) => {
    expect(read(config).problems).toContainEqual({ path: 'config', line, reason, subject });
  });

  it('leaves sections of other tools alone', () => {
    expect(read('[plugins]\ncli_legacy_plugin_path = x\n').problems).toEqual([]);
  });

  it('keeps nested keys of services', () => {
    const { services } = read('[services local]\ns3 =\n  endpoint_url = http://127.0.0.1:9000\n');
    expect(services.get('local')?.get('s3.endpoint_url')).toBe('http://127.0.0.1:9000');
  });
});
