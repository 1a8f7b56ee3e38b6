import type { AppError } from '../../../shared/app-error.ts';
import type { PortalAccount, PortalRole } from '../../../shared/portal.ts';

/** What is known of an account's roles. */
export interface AccountRoles {
  readonly roles: readonly PortalRole[] | undefined;
  readonly error: AppError | undefined;
}

/** One line of the list: an account, one of its roles, or a note in the place of roles. */
export type PortalRow =
  | { readonly kind: 'account'; readonly account: PortalAccount }
  | { readonly kind: 'role'; readonly account: PortalAccount; readonly role: PortalRole }
  | {
      readonly kind: 'note';
      readonly account: PortalAccount;
      readonly note: 'loading' | 'none' | AppError;
    };

/** Accounts with a part of their name, ID or e-mail address that matches; case is ignored. */
export function filterAccounts(accounts: readonly PortalAccount[], filter: string): readonly PortalAccount[] {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return accounts;
  return accounts.filter(({ accountId, accountName, emailAddress }) =>
    [accountId, accountName, emailAddress].some((text) => text?.toLowerCase().includes(wanted)),
  );
}

/** The lines to show: every account, and beneath each open one its roles. */
export function portalRows(
  accounts: readonly PortalAccount[],
  open: ReadonlySet<string>,
  rolesOf: (accountId: string) => AccountRoles,
): readonly PortalRow[] {
  return accounts.flatMap((account): PortalRow[] => {
    const row: PortalRow = { kind: 'account', account };
    if (!open.has(account.accountId)) return [row];
    const { roles, error } = rolesOf(account.accountId);
    if (error !== undefined) return [row, { kind: 'note', account, note: error }];
    if (roles === undefined) return [row, { kind: 'note', account, note: 'loading' }];
    if (roles.length === 0) return [row, { kind: 'note', account, note: 'none' }];
    return [row, ...roles.map((role): PortalRow => ({ kind: 'role', account, role }))];
  });
}

export function rowKey(row: PortalRow): string {
  return row.kind === 'role'
    ? `${row.account.accountId} ${row.role.roleName}`
    : `${row.account.accountId} ${row.kind}`;
}
