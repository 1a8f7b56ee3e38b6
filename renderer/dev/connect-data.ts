import { appError } from '../../shared/app-error.ts';
import type { ConfigPlan } from '../../shared/config-change.ts';
import type { CatalogAccount, PortalCatalog } from '../../shared/portal-catalog.ts';
import { type CatalogRole, catalogRoles } from '../../shared/portal-comparison.ts';
import type { StartUrlFinding } from '../../shared/start-url.ts';

const ROLES = ['AdministratorAccess', 'Billing', 'PowerUserAccess', 'ReadOnlyAccess', 'DataPlatformReader'];
const AREAS = ['payments', 'search', 'media', 'platform', 'analytics', 'Data Science', 'security', 'sandbox'];
const STAGES = ['production', 'staging', 'dev'];

/** Accounts as a larger organisation has them. */
export function catalogAccounts(count: number): readonly CatalogAccount[] {
  return Array.from({ length: count }, (_, index): CatalogAccount => {
    const area = AREAS[index % AREAS.length] ?? '';
    const stage = STAGES[Math.floor(index / AREAS.length) % STAGES.length] ?? '';
    const number = Math.floor(index / (AREAS.length * STAGES.length));
    return {
      accountId: String(111_122_223_333 + index * 1_234_567),
      ...(index === 5 ? {} : { accountName: `${area}-${stage}${number === 0 ? '' : `-${number}`}` }),
      emailAddress: `aws+${index}@acme.example`,
      roles: ROLES.slice(index % 3, (index % 3) + 1 + (index % 3)),
    };
  });
}

export function catalog(
  accounts: readonly CatalogAccount[],
  more: Partial<PortalCatalog> = {},
): PortalCatalog {
  return { phase: 'done', accounts, answered: accounts.length, throttled: false, ...more };
}

/** The same in the middle of it: roles of the later accounts are still to come, one could not be had. */
export function unfinished(accounts: readonly CatalogAccount[]): PortalCatalog {
  const some = accounts.map((account, index): CatalogAccount => {
    const { roles, ...rest } = account;
    if (index === 1)
      return { ...rest, error: appError('portal.roles-forbidden', { accountId: rest.accountId }) };
    return index < 6 ? { ...rest, roles: roles ?? [] } : rest;
  });
  return catalog(some, { phase: 'listing-roles', answered: 6, throttled: true });
}

export const FOUND: StartUrlFinding = {
  startUrl: 'https://acme-corp.awsapps.com/start',
  issuerUrl: 'https://acme-corp.awsapps.com/start',
  partition: 'aws',
  suggestedName: 'acme-corp',
};

export const VANITY: StartUrlFinding = {
  startUrl: 'https://aws.acme.example/',
  issuerUrl: 'https://ssoins-722342a8b0d4f0a1.portal.us-gov-west-1.app.aws',
  region: 'us-gov-west-1',
  regionFrom: 'redirect',
  partition: 'aws-us-gov',
  suggestedName: 'acme',
};

export function pickedOf(accounts: readonly CatalogAccount[]): readonly CatalogRole[] {
  return catalogRoles(catalog(accounts));
}

const ADDED = [
  '[sso-session acme-corp]',
  'sso_start_url = https://acme-corp.awsapps.com/start',
  'sso_region = eu-central-1',
  'sso_registration_scopes = sso:account:access',
  '',
  '[profile payments-production-AdministratorAccess]',
  'sso_session = acme-corp',
  'sso_account_id = 111122223333',
  'sso_role_name = AdministratorAccess',
  'region = eu-central-1',
];

export const PLAN: ConfigPlan = {
  planId: '5b6ad1c8-51a2-4f53-90cf-4b0a3f1f2d10',
  files: [
    {
      path: '/home/kim/.aws/config',
      created: false,
      lines: [
        { kind: 'gap', text: '' },
        { kind: 'same', text: 'region = us-east-1', oldLine: 41, newLine: 41 },
        { kind: 'same', text: '', oldLine: 42, newLine: 42 },
        ...ADDED.map((text, index) => ({ kind: 'added' as const, text, newLine: 43 + index })),
      ],
    },
  ],
  commands: [
    'aws configure set sso_session acme-corp --profile payments-production-AdministratorAccess',
    'aws configure set sso_account_id 111122223333 --profile payments-production-AdministratorAccess',
  ],
  references: [],
  notes: [],
};
