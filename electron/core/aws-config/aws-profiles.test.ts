import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAwsProfiles } from './aws-profiles.ts';
import type { ReadConfigFile } from './config-file.ts';
import { parseIni } from './document/testing/parse-ini.ts';

function file(path: string, text: string): ReadConfigFile {
  const document = parseIni(text);
  return { path, exists: true, document, problems: document.problems.map((one) => ({ path, ...one })) };
}
const read = (config: string, credentials = '') =>
  readAwsProfiles(file('config', config), file('credentials', credentials));

const SESSION =
  '[sso-session acme]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n';

const ROLE = 'role_arn = arn:aws:iam::111122223333:role/Auditor';
const KEYS = 'aws_access_key_id = AKIA\naws_secret_access_key = secret';

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

  it.each([
    ['assume-role', `${ROLE}\nsource_profile = a`],
    ['assume-role', `${ROLE}\ncredential_source = Environment`],
    ['assume-role', `${ROLE}\nweb_identity_token_file = /token`],
    ['credential-process', 'credential_process = /bin/x'],
    ['login', 'login_session = x'],
    ['other', 'region = eu-west-1'],
    ['other', 'role_arn ='],
    ['static-keys', KEYS],
    ['sso', 'sso_session = acme\nsso_account_id = 1'],
    // One that only signs in.
    ['sso', 'sso_session = acme'],
    // In the order in which botocore asks its providers.
    ['assume-role', `${ROLE}\nsource_profile = p\n${KEYS}\nsso_session = acme\nsso_account_id = 1`],
    ['sso', `${KEYS}\nsso_session = acme\nsso_role_name = x\ncredential_process = x`],
    ['static-keys', `${KEYS}\nsso_session = acme\nlogin_session = x\ncredential_process = x`],
    ['login', 'login_session = x\ncredential_process = x'],
  ])('knows a profile of kind %s by its keys', (kind, keys) => {
    const { profiles } = read(`${SESSION}[profile p]\n${keys}\n`);
    expect(profiles).toMatchObject([{ name: 'p', kind }]);
  });

  it('names the source of a profile that takes on a role by another', () => {
    const { profiles } = read(
      `[profile a]\n${ROLE}\nsource_profile = b\n[profile b]\n${KEYS}\n[profile c]\nsource_profile = b\n`,
    );
    expect(profiles.map(({ source }) => source)).toEqual(['b', undefined, undefined]);
  });

  it('takes [profile default] for the profile where there is a [default], too, and says so', () => {
    const { profiles, problems } = read(
      '[profile default]\nregion = a\n[default]\nregion = b\noutput = json\n',
      '[default]\naws_access_key_id = AKIA\n',
    );
    expect(profiles).toMatchObject([{ name: 'default', region: 'a', kind: 'static-keys' }]);
    expect(profiles[0]?.keys.has('output')).toBe(false);
    expect(problems).toEqual([{ path: 'config', line: 3, reason: 'duplicate-section', subject: 'default' }]);
  });

  it('keeps a value where the same key stands again without one', () => {
    const { profiles } = read('[profile a]\nregion = x\n', '[a]\nregion =\n');
    expect(profiles).toMatchObject([{ region: 'x' }]);
  });

  it('takes names in the credentials file as they stand', () => {
    const { profiles } = read('', `[two words]\n${KEYS}\n["quoted"]\n${KEYS}\n[profile x]\n${KEYS}\n`);
    expect(profiles.map(({ name }) => name)).toEqual(['two words', '"quoted"', 'profile x']);
  });

  it.each([
    ['[profile a]\nsso_session = nowhere\n', 'session-missing', 'a: nowhere', 1],
    ['[sso-session x]\nsso_start_url = https://x\n', 'session-incomplete', 'x: sso_region', 1],
    [`${SESSION}[profile a]\nsso_session = acme\nsso_region = us-east-1\n`, 'session-conflict', 'a: acme', 4],
    // Any key that stands in both, as the CLI has it.
    [`${SESSION}region = x\n[profile a]\nsso_session = acme\nregion = y\n`, 'session-conflict', 'a: acme', 5],
    ['[profile a]\nsso_start_url = https://x\n', 'profile-incomplete', 'a: sso_region', 1],
    [`[profile a]\n${ROLE}\n`, 'profile-incomplete', 'a: source_profile', 1],
    ['[profile a]\nweb_identity_token_file = x\n', 'profile-incomplete', 'a: role_arn', 1],
    [`[profile a]\n${ROLE}\nsource_profile = b\n`, 'source-missing', 'a: b', 1],
    [`[profile a]\n${ROLE}\nsource_profile = a\n`, 'source-cycle', 'a: a', 1],
    ['[profile a]\nservices = local\n', 'services-missing', 'a: local', 1],
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
