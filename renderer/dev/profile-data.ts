import type {
  ConfigChange,
  ConfigPlan,
  ConfigSectionView,
  DiffLine,
  LastConfigChange,
} from '../../shared/config-change.ts';
import type { ProfileMark } from '../../shared/profile-mark.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import type { ProfileView } from '../../shared/session.ts';
import { NOW } from './sample-data.ts';

const CONFIG = '/home/kim/.aws/config';
const CREDENTIALS = '/home/kim/.aws/credentials';

const profile = (name: string): RoleTarget => ({ kind: 'profile', profile: name });

export const MARKS: readonly ProfileMark[] = [
  { target: profile('prod-ro'), starred: true, colour: 'red', usedAt: NOW - 120_000 },
  { target: profile('dev'), starred: true, colour: 'green', usedAt: NOW - 86_400_000 },
  { target: profile('jump'), starred: true, production: true, usedAt: 0 },
  { target: profile('archive'), starred: true, colour: 'grey', usedAt: NOW - 9 * 86_400_000 },
  {
    target: {
      kind: 'role',
      sessionId: 'sso-session:lab',
      accountId: '123412341234',
      roleName: 'PowerUserAccess',
    },
    starred: true,
    colour: 'purple',
    usedAt: NOW - 3_600_000,
  },
  { target: profile('ci'), starred: false, colour: 'yellow', usedAt: NOW - 600_000 },
];

export const CHAINED: readonly ProfileView[] = [
  { name: 'ci', kind: 'static-keys', region: 'eu-west-1' },
  { name: 'jump', kind: 'assume-role', region: 'us-east-1', source: 'archive' },
  { name: 'auditor', kind: 'assume-role', source: 'dev' },
  { name: 'vault', kind: 'credential-process' },
  { name: 'minio', kind: 'static-keys', region: 'us-east-1' },
];

type Keys = readonly (readonly [key: string, value: string | undefined, line: number, path?: string])[];
const section = (
  name: string,
  keys: Keys,
  referencedBy: ConfigSectionView['referencedBy'] = [],
): ConfigSectionView => ({
  name,
  keys: keys.map(([key, value, line, path = CONFIG]) => ({
    key,
    ...(value === undefined ? {} : { value }),
    path,
    line,
  })),
  referencedBy,
});

const SECTIONS: Readonly<Record<string, ConfigSectionView>> = {
  'prod-ro': section(
    'prod-ro',
    [
      ['sso_session', 'acme', 12],
      ['sso_account_id', '111122223333', 13],
      ['sso_role_name', 'ReadOnly', 14],
      ['region', 'eu-west-1', 15],
      ['cli_pager', '', 17],
      ['s3', '', 18],
      ['s3.max_concurrent_requests', '20', 19],
      ['s3.addressing_style', 'path', 20],
      ['retry_mode', 'adaptive', 21],
    ],
    [{ by: 'prod-admin', byKind: 'profile', key: 'source_profile' }],
  ),
  ci: section('ci', [
    ['aws_access_key_id', 'AKIAIOSFODNN7EXAMPLE', 4, CREDENTIALS],
    ['aws_secret_access_key', undefined, 5, CREDENTIALS],
    ['region', 'eu-west-1', 31],
  ]),
  jump: section('jump', [
    ['role_arn', 'arn:aws:iam::999900001111:role/team/OrganizationAccountAccessRole', 40],
    ['source_profile', 'archive', 41],
    ['mfa_serial', 'arn:aws:iam::999900001111:mfa/kim', 42],
    ['region', 'us-east-1', 43],
  ]),
  vault: section('vault', [
    ['credential_process', '/opt/vault/bin/aws-creds --role reader --account 111122223333', 51],
  ]),
  acme: section(
    'acme',
    [
      ['sso_start_url', 'https://acme.awsapps.com/start', 2],
      ['sso_region', 'eu-west-1', 3],
      ['sso_registration_scopes', 'sso:account:access', 4],
    ],
    ['prod-ro', 'dev', 'data-platform-shared-services-production-readonly-eu-central-1'].map((by) => ({
      by,
      byKind: 'profile',
      key: 'sso_session',
    })),
  ),
};

export function sectionOf(name: string): ConfigSectionView {
  return SECTIONS[name] ?? section(name, [['region', 'eu-west-1', 60]]);
}

const PLAN_ID = '4a7b1c1e-3a52-4a43-9f0e-1a6a8f9e1d01';

const same = (text: string, oldLine: number, newLine = oldLine): DiffLine => ({
  kind: 'same',
  text,
  oldLine,
  newLine,
});

/** What a plan of any change looks like. */
export function planOf(change: ConfigChange): ConfigPlan {
  const renames = 'newName' in change && change.newName !== undefined;
  return {
    planId: PLAN_ID,
    files: [
      {
        path: CONFIG,
        created: false,
        lines: [
          same('[profile prod-ro]', 11),
          same('sso_session = acme', 12),
          same('sso_account_id = 111122223333', 13),
          { kind: 'removed', text: 'sso_role_name = ReadOnly  ; for audits', oldLine: 14 },
          { kind: 'added', text: 'sso_role_name = SecurityAudit', newLine: 14 },
          same('region = eu-west-1', 15),
          { kind: 'gap', text: '' },
          same('[profile prod-admin]', 32),
          { kind: 'removed', text: 'source_profile = prod-ro', oldLine: 33 },
          { kind: 'added', text: 'source_profile = prod-read', newLine: 33 },
          same(
            '# 東京リージョンの請求書: a comment that is longer than any dialog is wide, and goes on and on and on and on until its end',
            34,
          ),
        ],
      },
      {
        path: CREDENTIALS,
        created: true,
        lines: [
          { kind: 'added', text: '[ci]', newLine: 1 },
          { kind: 'added', text: 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE', newLine: 2 },
          { kind: 'added', text: 'aws_secret_access_key = ••••••••', newLine: 3 },
        ],
      },
    ],
    commands: [
      'aws configure set sso_role_name SecurityAudit --profile prod-ro',
      '# aws configure can’t rename a profile',
    ],
    references: renames ? [{ by: 'prod-admin', byKind: 'profile', key: 'source_profile' }] : [],
    notes: [
      { kind: 'comment-dropped', path: CONFIG, line: 14 },
      ...(change.kind === 'edit-session' && renames
        ? [{ kind: 'signs-out', session: change.newName } as const]
        : []),
    ],
  };
}

export const LAST_CHANGE: LastConfigChange = {
  changeId: '4a7b1c1e-3a52-4a43-9f0e-1a6a8f9e1d02',
  at: NOW - 60_000,
  what: 'add-profiles',
  names: ['prod-ro', 'dev', 'staging'],
  undone: false,
  backups: ['/home/kim/.local/share/bucket-porter/backups/config.2026-11-23T10-00-00'],
};
