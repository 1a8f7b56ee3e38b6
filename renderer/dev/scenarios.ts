import { appError } from '../../shared/app-error.ts';
import type { Events, Overview } from '../../shared/contract.ts';
import { NO_PLACES, type Places } from '../../shared/places.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import type { Language } from '../../shared/settings.ts';
import type { SignInState } from '../../shared/sign-in.ts';
import type { FakeHandlers, FakeHost } from './fake-bridge.ts';
import { PROFILE_SCENES } from './profile-scenes.ts';
import {
  ACCOUNTS,
  ACTIVITY,
  NOW,
  OTHERS,
  PROBLEMS,
  SESSIONS,
  acme,
  buckets,
  overview,
  signedIn,
} from './sample-data.ts';

export interface Scene {
  readonly overview?: Overview;
  readonly signIn?: SignInState;
  readonly target?: RoleTarget | undefined;
  readonly handlers?: FakeHandlers;
  readonly demo?: boolean;
  readonly host?: 'desktop' | 'browser';
  readonly activity?: Events['activity'];
  readonly places?: Places;
  readonly more?: Partial<Events>;
}

const PROD: RoleTarget = { kind: 'profile', profile: 'prod-ro' };
const LONG: RoleTarget = {
  kind: 'profile',
  profile: 'data-platform-shared-services-production-readonly-eu-central-1',
};
const ADDRESS = 'https://device.sso.eu-west-1.amazonaws.com/?user_code=HGBW-QXKT';
const WAITING: SignInState = {
  step: 'waiting',
  userCode: 'HGBW-QXKT',
  verificationUri: 'https://device.sso.eu-west-1.amazonaws.com/',
  verificationUriComplete: ADDRESS,
  startedAt: NOW - 48_000,
  expiresAt: NOW + 552_000,
  pageOpened: true,
};
const signedOut = overview({
  sessions: [acme({ state: 'signed-out', reason: 'expired' }), ...SESSIONS.slice(1)],
});
const LAB: RoleTarget = { kind: 'profile', profile: 'lab-admin' };
const PLACES: Places = {
  bookmarks: [
    { target: PROD, bucket: 'invoices-2026', prefix: '2026/11/', label: 'Invoices of November' },
    { target: LAB, bucket: 'media-tokyo', prefix: '', label: '' },
    {
      target: PROD,
      bucket: 'logs-cloudtrail',
      prefix: 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/',
      label: '',
    },
  ],
  recents: [
    { target: PROD, bucket: 'invoices-2026', prefix: '2026/', visitedAt: NOW },
    { target: PROD, bucket: 'acme-data-lake-raw', prefix: '東京/売上 明細//', visitedAt: NOW - 1000 },
    { target: LAB, bucket: 'media-tokyo', prefix: 'a/b/', visitedAt: NOW - 2000 },
  ],
  buckets: [{ target: PROD, bucket: 'shared-with-partners', region: 'us-east-1' }],
};
const KEYS = ['2026/', '2026-old/', '2026.csv', '2026 draft.txt'];
const never = new Promise<never>(() => {});
const denied = appError(
  's3.access-denied',
  { action: 's3:ListAllMyBuckets', resource: '*' },
  'AccessDenied: User arn:aws:sts::111122223333:assumed-role/ReadOnly/kim is not authorized (request 4442587FB7D0A2F9)',
);

const SCENES: Readonly<Record<string, Scene>> = {
  ...PROFILE_SCENES,
  'empty-home': { overview: overview({ sessions: [], otherProfiles: [] }), activity: [] },
  'empty-home-missing': {
    overview: overview({
      sessions: [],
      otherProfiles: OTHERS,
      files: { ...overview().files, config: { path: '/home/kim/.aws/config', exists: false } },
    }),
  },
  choose: {},
  'signed-out': { overview: signedOut, target: PROD },
  asking: { overview: signedOut, target: PROD, signIn: { step: 'authorizing' } },
  waiting: { overview: signedOut, target: PROD, signIn: WAITING },
  'waiting-browser': {
    overview: signedOut,
    target: PROD,
    host: 'browser',
    signIn: {
      ...WAITING,
      pageOpened: false,
      trouble: appError('network.unreachable', { host: 'oidc.eu-west-1.amazonaws.com' }),
    },
  },
  failed: {
    overview: signedOut,
    target: PROD,
    signIn: { step: 'failed', error: appError('sign-in.denied', { session: 'acme' }, 'access_denied') },
  },
  buckets: { target: PROD, demo: true },
  places: { target: PROD, places: PLACES, handlers: { 'location.complete': () => ({ keys: KEYS }) } },
  many: { target: LONG, handlers: { 'buckets.page': () => ({ buckets: buckets(3000), partition: 'aws' }) } },
  streaming: {
    target: PROD,
    handlers: {
      'buckets.page': ({ continuationToken }) =>
        continuationToken === undefined
          ? { buckets: buckets(1000), continuationToken: 'next', partition: 'aws' }
          : never,
    },
  },
  loading: { target: PROD, handlers: { 'buckets.page': () => never } },
  'no-buckets': { target: PROD, handlers: { 'buckets.page': () => ({ buckets: [], partition: 'aws' }) } },
  denied: {
    target: PROD,
    handlers: {
      'buckets.page': () => Promise.reject(denied),
      'bucket.open': ({ bucket }) => {
        if (bucket.startsWith('no')) throw appError('s3.no-such-bucket', { bucket });
        return { name: bucket, region: 'ap-northeast-1' };
      },
    },
  },
  throttled: {
    target: PROD,
    handlers: { 'buckets.page': () => Promise.reject(appError('portal.throttled', {})) },
  },
  'ends-soon': {
    overview: overview({ sessions: [acme(signedIn(9 * 60_000 + 20_000)), ...SESSIONS.slice(1)] }),
    target: LONG,
  },
  portal: { target: { kind: 'profile', profile: 'gone' } },
  problems: { overview: overview({ problems: PROBLEMS }) },
  memory: {
    overview: overview({
      vault: { storage: 'memory', cause: 'no-keychain', reason: 'org.freedesktop.secrets not found' },
      problems: PROBLEMS,
    }),
    target: PROD,
  },
};

/** A host for the named scene. @throws for a name there is no scene of */
export function scenario(name: string, language: Language): FakeHost {
  const scene = SCENES[name];
  if (scene === undefined) throw new Error(`scenes: ${Object.keys(SCENES).join(', ')}`);
  const { host = 'desktop', demo = false, target, signIn } = scene;
  return {
    events: {
      overview: scene.overview ?? overview(),
      'sign-ins': signIn === undefined ? {} : { 'sso-session:acme': signIn },
      activity: scene.activity ?? ACTIVITY,
      'signed-out': null,
      settings: { language, ...(target === undefined ? {} : { lastTarget: target }) },
      listings: {},
      deletions: {},
      places: scene.places ?? NO_PLACES,
      'deep-link': null,
      catalogs: {},
      'last-config-change': null,
      marks: [],
      prompts: [],
      ...scene.more,
    },
    handlers: {
      'app.info': () => ({ version: '0.1.0', host, platform: 'linux', demo }),
      'buckets.page': () => ({ buckets: buckets(23), partition: 'aws' }),
      'portal.accounts': () => ({ items: ACCOUNTS }),
      'portal.roles': ({ accountId }) => ({
        items: ['AdministratorAccess', 'Billing', 'ReadOnly'].map((roleName) => ({ accountId, roleName })),
      }),
      'sign-out': () => ({
        sessions: [
          { sessionId: 'sso-session:acme', portal: 'told' },
          {
            sessionId: 'sso-session:lab',
            portal: { error: appError('network.timeout', { host: 'portal.sso.eu-west-1.amazonaws.com' }) },
          },
        ],
        roleCredentialsUntil: NOW + 3_000_000,
      }),
      ...scene.handlers,
    },
  };
}
