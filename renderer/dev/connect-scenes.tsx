import type { ReactNode } from 'react';
import { appError } from '../../shared/app-error.ts';
import type { Events } from '../../shared/contract.ts';
import type { SessionStatus, SessionView } from '../../shared/session.ts';
import type { SignInState } from '../../shared/sign-in.ts';
import { useSnapshot } from '../bridge/bridge-context.tsx';
import { ConnectWizard } from '../features/connect/connect-wizard.tsx';
import { type ImportState, NO_IMPORT } from '../features/connect/import-state.ts';
import { PortalRolesView } from '../features/connect/portal-roles-view.tsx';
import { draftKey, NEW_WIZARD, type WizardState } from '../features/connect/wizard-state.ts';
import { EmptyHome } from '../features/sign-ins/empty-home.tsx';
import { SignInPanel } from '../features/sign-in/sign-in-panel.tsx';
import { catalog, catalogAccounts, FOUND, pickedOf, PLAN, unfinished, VANITY } from './connect-data.ts';
import type { FakeHandlers } from './fake-bridge.ts';
import { acme, NOW, OTHERS, overview, profile, SESSIONS, signedIn } from './sample-data.ts';

export interface ConnectScene {
  readonly state?: { readonly wizard?: WizardState; readonly imports?: Record<string, ImportState> };
  readonly events?: Partial<Events>;
  readonly handlers?: FakeHandlers;
  readonly content: ReactNode;
}

const nothing = () => {};
const never = new Promise<never>(() => {});
const DRAFT = 'sso-session:acme-corp';

function Wizard() {
  const now = useSnapshot('overview');
  const signIns = useSnapshot('sign-ins');
  if (now === undefined) return null;
  return (
    <ConnectWizard
      overview={now}
      renderSignIn={(session) => (
        <SignInPanel
          session={session}
          state={signIns?.[session.id]}
          purpose={undefined}
          host="desktop"
          onStart={nothing}
          onCancel={nothing}
          inside
        />
      )}
      onSignIn={nothing}
      onWritten={nothing}
      onLeave={nothing}
    />
  );
}

function Roles({ mode }: { readonly mode: 'add' | 'compare' }) {
  const now = useSnapshot('overview');
  const session = now?.sessions[0];
  if (now === undefined || session === undefined) return null;
  return (
    <PortalRolesView
      overview={now}
      session={session}
      mode={mode}
      onSignIn={nothing}
      onWritten={nothing}
      onLeave={nothing}
    />
  );
}

const NAMED: WizardState = {
  ...NEW_WIZARD,
  step: 'name',
  startUrl: FOUND.startUrl,
  finding: FOUND,
  region: 'eu-central-1',
  regionFrom: 'search',
  name: 'acme-corp',
};
const IMPORTING: WizardState = { ...NAMED, step: 'import', sessionId: DRAFT };
const SIGNING: WizardState = { ...IMPORTING, draftOf: draftKey(IMPORTING) };
const draft = (status: SessionStatus): SessionView => ({
  id: DRAFT,
  kind: 'sso-session',
  name: 'acme-corp',
  startUrl: FOUND.startUrl,
  region: 'eu-central-1',
  registrationScopes: ['sso:account:access'],
  profiles: [],
  status,
});
const OUT: SessionStatus = { state: 'signed-out', reason: 'never' };
const EMPTY = overview({ sessions: [], otherProfiles: OTHERS });
const withDraft = (status: SessionStatus) =>
  overview({ sessions: [], otherProfiles: OTHERS, drafts: [draft(status)] });
const IN = withDraft(signedIn(3_600_000 * 8));
const ALL = catalogAccounts(260);
const wizard = (state: WizardState, more: Omit<ConnectScene, 'content' | 'state'> = {}): ConnectScene => ({
  state: { wizard: state },
  content: <Wizard />,
  events: { overview: EMPTY, ...more.events },
  handlers: {
    'catalog.keep': () => never,
    'start-url.check': () => FOUND,
    'start-url.find-region': () => ({ region: 'eu-central-1', asked: 9, unreachable: 0 }),
    'session.draft': () => ({ sessionId: DRAFT }),
    ...more.handlers,
  },
});
const roles = (change: Partial<ImportState>): WizardState => ({
  ...SIGNING,
  roles: { ...NO_IMPORT, touched: true, ...change },
});
const WAITING: SignInState = {
  step: 'waiting',
  userCode: 'HGBW-QXKT',
  verificationUri: 'https://device.sso.eu-central-1.amazonaws.com/',
  verificationUriComplete: 'https://device.sso.eu-central-1.amazonaws.com/?user_code=HGBW-QXKT',
  startedAt: NOW - 48_000,
  expiresAt: NOW + 552_000,
  pageOpened: true,
};
const compared = acme(signedIn(3_600_000 * 7));
const GONE = {
  ...compared,
  profiles: [
    profile('payments-production-AdministratorAccess', '111122223333', 'AdministratorAccess', 'eu-west-1'),
    {
      ...profile('old-analytics-ReadOnlyAccess', '999900001111', 'ReadOnlyAccess'),
      writtenHere: true as const,
    },
    { ...profile('payments-production-Auditor', '111122223333', 'Auditor'), writtenHere: true as const },
    profile('legacy-by-hand', '888800001111', 'OrganizationAccountAccessRole'),
  ],
};
const compare = (accounts: typeof ALL, more: Parameters<typeof catalog>[1] = {}): ConnectScene => ({
  content: <Roles mode="compare" />,
  events: {
    overview: overview({ sessions: [GONE] }),
    catalogs: { [GONE.id]: catalog(accounts, more) },
  },
  handlers: { 'catalog.keep': () => never, 'config.plan': () => PLAN },
});
const clash = pickedOf(ALL.slice(0, 30)).map((role, index) =>
  index === 3 || index === 7 ? { ...role, accountName: 'sandbox', roleName: 'Billing' } : role,
);

export const CONNECT_SCENES: Readonly<Record<string, ConnectScene>> = {
  home: {
    content: (
      <EmptyHome config={{ path: '/home/kim/.aws/config', exists: false }} demo={false} onConnect={nothing} />
    ),
  },
  start: wizard(NEW_WIZARD),
  'start-existing': wizard(NEW_WIZARD, { events: { overview: overview() } }),
  'start-found': wizard(
    { ...NEW_WIZARD, startUrl: VANITY.startUrl },
    { handlers: { 'start-url.check': () => VANITY } },
  ),
  'start-same': wizard(
    { ...NEW_WIZARD, startUrl: 'https://acme.awsapps.com/start' },
    {
      events: { overview: overview() },
      handlers: {
        'start-url.check': () => ({
          ...FOUND,
          startUrl: 'https://acme.awsapps.com/start',
          issuerUrl: 'https://acme.awsapps.com/start',
          suggestedName: 'acme',
        }),
      },
    },
  ),
  'start-wrong': wizard(
    { ...NEW_WIZARD, startUrl: 'https://acme.example/' },
    {
      handlers: {
        'start-url.check': () => Promise.reject(appError('start-url.not-a-portal', { host: 'acme.example' })),
      },
    },
  ),
  'region-search': wizard(
    { ...NAMED, step: 'region', region: '' },
    { handlers: { 'start-url.find-region': () => never } },
  ),
  'region-unknown': wizard(
    { ...NAMED, step: 'region', region: '' },
    { handlers: { 'start-url.find-region': () => ({ asked: 28, unreachable: 3 }) } },
  ),
  name: wizard(NAMED),
  'name-legacy': wizard({ ...NAMED, legacy: true }),
  'name-taken': wizard(
    { ...NAMED, name: 'acme', scopes: 'codewhisperer:completions' },
    { events: { overview: overview() } },
  ),
  'sign-in': wizard(IMPORTING),
  'sign-in-waiting': wizard(SIGNING, {
    events: { overview: withDraft(OUT), 'sign-ins': { [DRAFT]: WAITING } },
  }),
  'sign-in-failed': wizard(SIGNING, {
    events: {
      overview: withDraft(OUT),
      'sign-ins': {
        [DRAFT]: {
          step: 'failed',
          error: appError('sign-in.start-url-refused', { startUrl: FOUND.startUrl, region: 'eu-central-1' }),
        },
      },
    },
  }),
  roles: wizard(roles({ picked: pickedOf(ALL.slice(0, 3)) }), {
    events: { overview: IN, catalogs: { [DRAFT]: catalog(ALL) } },
    handlers: { 'config.plan': () => PLAN },
  }),
  'roles-loading': wizard(roles({}), { events: { overview: IN } }),
  'roles-listing': wizard(roles({}), { events: { overview: IN, catalogs: { [DRAFT]: unfinished(ALL) } } }),
  'roles-none': wizard(roles({}), { events: { overview: IN, catalogs: { [DRAFT]: catalog([]) } } }),
  'roles-one': wizard(
    { ...SIGNING, roles: NO_IMPORT },
    { events: { overview: IN, catalogs: { [DRAFT]: catalog(ALL.slice(0, 1)) } } },
  ),
  'profiles-one': wizard(roles({ step: 'profiles', picked: pickedOf(ALL.slice(0, 1)) }), {
    events: { overview: IN },
  }),
  profiles: wizard(roles({ step: 'profiles', picked: pickedOf(ALL.slice(0, 40)) }), {
    events: { overview: IN },
  }),
  'profiles-clash': wizard(roles({ step: 'profiles', picked: clash }), { events: { overview: IN } }),
  review: wizard(
    roles({
      step: 'review',
      picked: pickedOf(ALL.slice(0, 40)),
      change: {
        kind: 'add-profiles',
        through: { kind: 'session', name: 'acme-corp' },
        profiles: pickedOf(ALL.slice(0, 40)).map(({ roleName }) => ({ name: roleName })),
      },
    }),
    { events: { overview: IN }, handlers: { 'config.plan': () => PLAN } },
  ),
  add: {
    content: <Roles mode="add" />,
    events: {
      overview: overview({ sessions: [acme(signedIn(3_600_000)), ...SESSIONS.slice(1)] }),
      catalogs: {
        'sso-session:acme': catalog([
          ...ALL.slice(0, 9),
          {
            ...(ALL[0] ?? { accountId: '1' }),
            accountId: '444455556666',
            accountName: 'dev',
            roles: ['Developer'],
          },
        ]),
      },
    },
    handlers: { 'catalog.keep': () => never },
  },
  compare: compare(ALL.slice(0, 6)),
  'compare-listing': compare(ALL.slice(0, 6), { phase: 'listing-roles', answered: 4 }),
  'compare-same': {
    ...compare([]),
    events: {
      overview: overview({ sessions: [{ ...GONE, profiles: GONE.profiles.slice(0, 1) }] }),
      catalogs: { [GONE.id]: catalog([{ accountId: '111122223333', roles: ['AdministratorAccess'] }]) },
    },
  },
};
