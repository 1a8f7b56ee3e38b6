import { describe, expect, it } from 'vitest';
import { AppFailure } from '../../app-failure.ts';
import { readAwsProfiles } from '../../aws-config/aws-profiles.ts';
import { parseIni } from '../../aws-config/document/testing/parse-ini.ts';
import type { CredentialPlan } from './credential-plan.ts';
import { planProfile } from './plan-profile.ts';

const file = (text: string) => ({ path: 'c', exists: true, document: parseIni(text), problems: [] });
const ROLE = 'role_arn = arn:aws:iam::111122223333:role/Auditor';
const KEYS = 'aws_access_key_id = AKIA\naws_secret_access_key = secret';
const SSO = `[sso-session acme]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n`;
const SSO_PROFILE = 'sso_session = acme\nsso_account_id = 111122223333\nsso_role_name = ReadOnly';

function plan(text: string, name = 'p', env: Record<string, string> = {}): CredentialPlan {
  const config = readAwsProfiles(file(text), file(''));
  const profile = config.profiles.find((candidate) => candidate.name === name);
  if (profile === undefined) throw new Error(`no profile ${name}`);
  return planProfile(profile, config, env);
}
function errorOf(text: string, name = 'p') {
  try {
    return plan(text, name).kind;
  } catch (thrown) {
    if (!(thrown instanceof AppFailure)) throw thrown;
    return [thrown.error.code, thrown.error.params];
  }
}

describe('planProfile', () => {
  it.each([
    ['static', KEYS],
    ['process', 'credential_process = get keys'],
    ['login', 'login_session = arn:aws:iam::111122223333:user/ana'],
    ['surroundings', 'credential_source = Environment'],
    ['web-identity', `${ROLE}\nweb_identity_token_file = /token`],
    // A token file and a session win over what else is there; keys over a process (botocore's order).
    ['web-identity', `${ROLE}\nsource_profile = q\nweb_identity_token_file = /token\n[profile q]\n${KEYS}`],
    ['assume-role', `${ROLE}\nsource_profile = q\n${KEYS}\n[profile q]\n${KEYS}`],
    ['assume-role', `${ROLE}\ncredential_source = EcsContainer`],
    ['static', `${KEYS}\ncredential_process = get keys`],
    ['sso', `${SSO_PROFILE}\n${KEYS}\n${SSO}`],
    // A session without a role only signs in, for tools that take a bearer token.
    ['static', `sso_session = acme\n${KEYS}\n${SSO}`],
    ['process', `sso_session = acme\ncredential_process = get keys\n${SSO}`],
  ])('is %s', (kind, text) => {
    expect(plan(`[profile p]\n${text}`).kind).toBe(kind);
  });

  it('follows chains to their end, whose session owns them', () => {
    const text = `[profile p]\n${ROLE}\nsource_profile = q\n[profile q]\n${ROLE}2\nsource_profile = r\nmfa_serial = phone\nexternal_id = x\nduration_seconds = 1200\nrole_session_name = me\n[profile r]\n${SSO_PROFILE}\n${SSO}`;
    expect(plan(text)).toMatchObject({
      kind: 'assume-role',
      owner: 'sso-session:acme',
      // Nobody names a region but the session.
      sts: { region: 'eu-west-1' },
      source: {
        kind: 'assume-role',
        profile: 'q',
        mfaSerial: 'phone',
        externalId: 'x',
        durationSeconds: 1200,
        sessionName: 'me',
        source: { kind: 'sso', roleName: 'ReadOnly' },
      },
    });
  });

  it('takes a role’s own keys where it names itself, and a source’s keys before its role', () => {
    expect(plan(`[profile p]\n${ROLE}\nsource_profile = p\n${KEYS}`)).toMatchObject({
      kind: 'assume-role',
      source: { kind: 'static' },
    });
    expect(
      plan(`[profile p]\n${ROLE}\nsource_profile = q\n[profile q]\n${ROLE}\nsource_profile = p\n${KEYS}`),
    ).toMatchObject({ source: { kind: 'static', profile: 'q' } });
  });

  it.each([
    ['', 'profile.kind-unknown', {}],
    ['credential_source = Magic', 'profile.kind-unknown', {}],
    [`${ROLE}\nsource_profile = q\ncredential_source = Environment`, 'profile.kind-unknown', {}],
    [ROLE, 'profile.incomplete', { key: 'source_profile' }],
    ['aws_access_key_id = AKIA', 'profile.incomplete', { key: 'aws_secret_access_key' }],
    ['aws_secret_access_key = s', 'profile.incomplete', { key: 'aws_access_key_id' }],
    ['web_identity_token_file = /t', 'profile.incomplete', { key: 'role_arn' }],
    ['sso_session = gone', 'profile.incomplete', { key: 'sso_session' }],
    [`sso_account_id = 111122223333\n${KEYS}`, 'profile.incomplete', { key: 'sso_start_url' }],
    [`${ROLE}\nsource_profile = gone`, 'profile.source-missing', { source: 'gone' }],
    [`${ROLE}\nsource_profile = p`, 'profile.source-cycle', {}],
    [`${ROLE}\nsource_profile = q\n[profile q]\n${ROLE}\nsource_profile = p`, 'profile.source-cycle', {}],
  ])('refuses %j with %s', (text, code, params) => {
    expect(errorOf(`[profile p]\n${text}`)).toEqual([code, { profile: 'p', ...params }]);
  });

  it('has a key that depends on all that decides whose credentials they are, on every link', () => {
    const chain = (one: string, two: string, three: string) =>
      plan(
        `[profile p]\n${ROLE}\nsource_profile = q\n${one}\n[profile q]\n${ROLE}\nsource_profile = r\n${two}\n[profile r]\n${three}`,
      ).key;
    const keys = [
      chain('', '', KEYS),
      chain('external_id = a', '', KEYS),
      chain('', 'external_id = a', KEYS),
      chain('', 'mfa_serial = a', KEYS),
      chain('', 'role_session_name = a', KEYS),
      chain('duration_seconds = 900', '', KEYS),
      chain('endpoint_url = http://127.0.0.1:1', '', KEYS),
      chain('', '', KEYS.replace('= secret', '= rotated')),
      chain('', '', `${KEYS}\naws_session_token = t`),
      chain('', '', 'credential_process = a'),
      chain('', '', 'credential_process = b'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(chain('output = json', 'region = eu-west-3', KEYS)).toBe(keys[0]);
    expect(keys.join()).not.toContain('secret');
  });

  it('asks STS in the region and at the endpoint of the profile that was asked for', () => {
    const text = `[profile p]\n${ROLE}\nsource_profile = q\nregion = eu-central-1\nservices = local\n[profile q]\n${KEYS}\nregion = us-east-2\nendpoint_url = http://127.0.0.1:9\n[services local]\nsts =\n  endpoint_url = http://127.0.0.1:7`;
    expect(plan(text)).toMatchObject({ sts: { region: 'eu-central-1', endpoint: 'http://127.0.0.1:7' } });
    const named = { AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:8' };
    expect(plan(text, 'p', named)).toMatchObject({ sts: { endpoint: 'http://127.0.0.1:8' } });
    const china = `[profile p]\nrole_arn = arn:aws-cn:iam::111122223333:role/A\nsource_profile = q\n[profile q]\n${KEYS}`;
    expect(plan(china, 'p', { AWS_REGION: 'us-west-2' })).toMatchObject({ sts: { region: 'cn-north-1' } });
    expect(plan(china, 'p', { AWS_REGION: 'cn-northwest-1' })).toMatchObject({
      sts: { region: 'cn-northwest-1' },
    });
  });
});
