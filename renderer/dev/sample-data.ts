import type { ActivityEntry } from '../../shared/activity.ts';
import type { Bucket } from '../../shared/bucket.ts';
import type { ConfigProblem, Overview } from '../../shared/contract.ts';
import type { PortalAccount } from '../../shared/portal.ts';
import type { ProfileView, SessionStatus, SessionView } from '../../shared/session.ts';

export const NOW = Date.now();
const HOUR = 3_600_000;

export function signedIn(leftMs: number): SessionStatus {
  return { state: 'signed-in', signedInAt: NOW - HOUR, expiresAt: NOW + leftMs, storage: 'keychain' };
}

function session(name: string, status: SessionStatus, profiles: readonly ProfileView[]): SessionView {
  return {
    id: `sso-session:${name}`,
    kind: 'sso-session',
    name,
    startUrl: `https://${name.slice(0, 20)}.awsapps.com/start`,
    region: 'eu-west-1',
    registrationScopes: ['sso:account:access'],
    profiles,
    status,
  };
}

export const profile = (name: string, accountId: string, roleName: string, region?: string): ProfileView => ({
  name,
  kind: 'sso',
  accountId,
  roleName,
  ...(region === undefined ? {} : { region }),
});

const LONG = 'data-platform-shared-services-production-readonly-eu-central-1';

export function acme(status: SessionStatus): SessionView {
  return session('acme', status, [
    profile('prod-ro', '111122223333', 'ReadOnly', 'eu-west-1'),
    profile('dev', '444455556666', 'Developer', 'ap-northeast-1'),
    profile(LONG, '777788889999', 'AWSReservedDataPlatformReader', 'eu-central-1'),
  ]);
}

const SIGNED_OUT: SessionStatus = { state: 'signed-out', reason: 'never' };

export const SESSIONS: readonly SessionView[] = [
  acme(signedIn(7 * HOUR + 2 * 60_000)),
  session('lab', signedIn(9 * 60_000), [profile('lab-admin', '123412341234', 'AdministratorAccess')]),
  session('partner-organisation-of-a-very-long-name', SIGNED_OUT, []),
  session('old', { state: 'signed-out', reason: 'expired' }, [
    profile('archive', '999900001111', 'Archivist', 'us-east-1'),
  ]),
];

export const OTHERS: readonly ProfileView[] = [
  { name: 'ci', kind: 'static-keys', region: 'eu-west-1' },
  { name: 'jump', kind: 'assume-role', region: 'us-east-1' },
  { name: 'vault', kind: 'credential-process' },
];

const CONFIG = '/home/kim/.aws/config';

export const PROBLEMS: readonly ConfigProblem[] = [
  { path: CONFIG, line: 14, reason: 'section-not-closed', subject: '[profile broken' },
  { path: CONFIG, line: 31, reason: 'session-missing', subject: 'staging' },
  { path: '/home/kim/.aws/credentials', reason: 'unreadable', subject: 'credentials' },
];

export function overview(change: Partial<Overview> = {}): Overview {
  return {
    files: {
      config: { path: CONFIG, exists: true },
      credentials: { path: '/home/kim/.aws/credentials', exists: false },
    },
    sessions: SESSIONS,
    drafts: [],
    otherProfiles: OTHERS,
    problems: [],
    vault: { storage: 'keychain' },
    ...change,
  };
}

const NAMES = [
  'invoices-2026',
  'media-tokyo',
  'acme-data-lake-raw',
  'backups.example.com',
  'logs-cloudtrail',
];
const REGIONS = ['eu-west-1', 'ap-northeast-1', 'us-east-1', 'eu-central-1', 'us-gov-west-1'];

export function buckets(count: number): Bucket[] {
  return Array.from({ length: count }, (_, index) => ({
    name:
      index === 7
        ? 'a-bucket-with-a-name-that-is-exactly-as-long-as-s3-permits-63ch'
        : `${NAMES[index % 5]}${index < 5 ? '' : `-${String(index).padStart(4, '0')}`}`,
    ...(index % 11 === 10 ? {} : { region: REGIONS[(index * 7) % 5] ?? 'eu-west-1' }),
    createdAt: Date.UTC(2012 + (index % 14), index % 12, 1 + (index % 27), index % 24, (index * 7) % 60, 5),
  }));
}

export const ACCOUNTS: readonly PortalAccount[] = Array.from({ length: 260 }, (_, index) => ({
  accountId: String(111_122_223_333 + index * 1_234_567),
  ...(index % 9 === 4 ? {} : { accountName: index === 0 ? 'acme-production' : `acme-team-${index}` }),
  emailAddress: `aws+${index === 0 ? 'production' : `team-${index}`}@acme.example`,
}));

const entry = (id: number, more: Partial<ActivityEntry>): ActivityEntry => ({
  id,
  action: 'list-buckets',
  command: 'aws s3 ls --profile prod-ro',
  startedAt: NOW - (7 - id) * 61_000,
  outcome: 'ok',
  durationMs: 412,
  calls: 2,
  ...more,
});

export const ACTIVITY: readonly ActivityEntry[] = [
  entry(6, {}),
  entry(5, {
    action: 'open-bucket',
    command: 'aws s3api head-bucket --bucket media-tokyo --profile prod-ro',
    outcome: 'failed',
    error: { code: 's3.no-such-bucket', params: { bucket: 'media-tokyo' } },
  }),
  entry(4, { action: 'list-roles', outcome: 'cancelled', durationMs: 31, calls: 1 }),
  entry(3, {
    action: 'list-accounts',
    command: 'aws sso list-accounts --region eu-west-1 --access-token "$TOKEN"',
    durationMs: 1830,
    calls: 3,
  }),
  entry(2, {
    action: 'sign-in',
    command: 'aws sso login --sso-session acme --use-device-code',
    durationMs: 24_100,
    calls: 9,
  }),
];
