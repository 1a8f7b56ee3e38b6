import type { PortalAccount } from './portal.ts';
import type { PortalCatalog } from './portal-catalog.ts';
import type { ProfileView } from './session.ts';

/** A role of the portal, with what is known of its account. */
export interface CatalogRole extends PortalAccount {
  readonly roleName: string;
}

/** A profile whose role the portal no longer offers. */
export interface GoneProfile {
  readonly profile: ProfileView;
  /** What is gone: the account as a whole, or the role in it. */
  readonly what: 'account' | 'role';
}

export interface PortalComparison {
  /** Roles that no profile of the session is for, in the portal's order. */
  readonly added: readonly CatalogRole[];
  readonly gone: readonly GoneProfile[];
  /** Profiles of accounts that could not be listed, or not yet: nothing is known of them. */
  readonly unknown: readonly ProfileView[];
  /** Profiles whose roles are still offered. */
  readonly unchanged: number;
}

/**
 * What the portal offers beside what the profiles of a session are for. A profile counts as gone only where the
 * portal gave a complete answer about it: a list that is under way, or an account with an error, proves nothing.
 */
export function comparePortal(catalog: PortalCatalog, profiles: readonly ProfileView[]): PortalComparison {
  const accounts = new Map(catalog.accounts.map((account) => [account.accountId, account]));
  const wanted = profiles.filter(
    ({ kind, accountId, roleName }) => kind === 'sso' && accountId !== undefined && roleName !== undefined,
  );
  const has = new Set(wanted.map(({ accountId, roleName }) => roleKey(accountId ?? '', roleName ?? '')));
  const gone: GoneProfile[] = [];
  const unknown: ProfileView[] = [];
  let unchanged = 0;
  for (const profile of wanted) {
    const account = accounts.get(profile.accountId ?? '');
    if (account?.roles?.includes(profile.roleName ?? '')) unchanged += 1;
    else if (catalog.phase !== 'done') unknown.push(profile);
    else if (account === undefined) gone.push({ profile, what: 'account' });
    else if (account.error !== undefined || account.roles === undefined) unknown.push(profile);
    else gone.push({ profile, what: 'role' });
  }
  return { added: catalogRoles(catalog).filter((role) => !has.has(keyOf(role))), gone, unknown, unchanged };
}

/** Every role that is known so far. */
export function catalogRoles({ accounts }: PortalCatalog): readonly CatalogRole[] {
  return accounts.flatMap((account) => (account.roles ?? []).map((roleName) => roleOf(account, roleName)));
}

/** One role of an account, with the account's names. */
export function roleOf(account: PortalAccount, roleName: string): CatalogRole {
  const { accountId, accountName, emailAddress } = account;
  return {
    accountId,
    ...(accountName === undefined ? {} : { accountName }),
    ...(emailAddress === undefined ? {} : { emailAddress }),
    roleName,
  };
}

/** A stable text key for a role in an account. */
export function keyOf({ accountId, roleName }: { accountId: string; roleName: string }): string {
  return roleKey(accountId, roleName);
}

function roleKey(accountId: string, roleName: string): string {
  return `${accountId} ${roleName}`;
}
