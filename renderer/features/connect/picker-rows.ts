import type { AppError } from '../../../shared/app-error.ts';
import type { CatalogAccount } from '../../../shared/portal-catalog.ts';
import { type CatalogRole, roleOf } from '../../../shared/portal-comparison.ts';
import { fuzzyScore } from '../../ui/fuzzy.ts';

/** An account with those of its roles that are shown. */
export interface AccountGroup {
  readonly account: CatalogAccount;
  readonly roles: readonly string[];
}

/** One line of the list: an account, one of its roles, or a note in the place of roles. */
export type PickerRow =
  | { readonly kind: 'account'; readonly account: CatalogAccount; readonly roles: readonly string[] }
  | { readonly kind: 'role'; readonly account: CatalogAccount; readonly roleName: string }
  | { readonly kind: 'note'; readonly account: CatalogAccount; readonly note: 'loading' | 'none' | AppError };

/**
 * Accounts and roles that every word of the search fits: an account by its name, number or e-mail address, which
 * keeps all its roles, or a role, which keeps its account. Best first; in the portal's order without a search.
 * Letters may be left out of a word only where nothing holds it as it is: all that is found can be picked at once.
 */
export function findRoles(accounts: readonly CatalogAccount[], search: string): readonly AccountGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return accounts.map((account) => ({ account, roles: account.roles ?? [] }));
  const wanted = words.map((word): Word => ({ word, literal: accounts.some((one) => holds(word, one)) }));
  const found = accounts.flatMap((account) => {
    const scores = wanted.map((word) => accountScore(word, account));
    const rest = wanted.filter((_, index) => scores[index] === undefined);
    const roles = (account.roles ?? []).filter((role) =>
      rest.every((word) => fits(word, role) !== undefined),
    );
    if (rest.length > 0 && roles.length === 0) return [];
    const score = scores.reduce((sum: number, each) => sum + (each ?? 0), 0);
    return [{ account, roles, score }];
  });
  return found.sort((one, other) => other.score - one.score);
}

interface Word {
  readonly word: string;
  /** It stands somewhere as it is. */
  readonly literal: boolean;
}

function holds(word: string, { accountId, accountName, emailAddress, roles = [] }: CatalogAccount): boolean {
  return [accountId, accountName, emailAddress, ...roles].some((text) => text?.toLowerCase().includes(word));
}

function accountScore(wanted: Word, account: CatalogAccount): number | undefined {
  const { accountId, accountName = '', emailAddress = '' } = account;
  const exact = [accountId, emailAddress].some((text) => text.toLowerCase().includes(wanted.word));
  return fits(wanted, accountName) ?? (exact ? 500 : undefined);
}

/** Letters spread all over a text are no match, or every short word would fit everything. */
function fits({ word, literal }: Word, text: string): number | undefined {
  if (literal && !text.toLowerCase().includes(word)) return undefined;
  const score = fuzzyScore(word, text);
  return score === undefined || score < word.length * 2 ? undefined : score;
}

/** The lines to show: every account, and beneath each one that isn't closed its roles. */
export function pickerRows(
  groups: readonly AccountGroup[],
  closed: ReadonlySet<string>,
): readonly PickerRow[] {
  return groups.flatMap(({ account, roles }): PickerRow[] => {
    const row: PickerRow = { kind: 'account', account, roles };
    if (closed.has(account.accountId)) return [row];
    if (account.error !== undefined) return [row, { kind: 'note', account, note: account.error }];
    if (account.roles === undefined) return [row, { kind: 'note', account, note: 'loading' }];
    if (account.roles.length === 0) return [row, { kind: 'note', account, note: 'none' }];
    return [row, ...roles.map((roleName): PickerRow => ({ kind: 'role', account, roleName }))];
  });
}

export function rowKey(row: PickerRow): string {
  return row.kind === 'role'
    ? `${row.account.accountId} ${row.roleName}`
    : `${row.account.accountId} ${row.kind}`;
}

/** The roles of groups, each with its account. */
export function rolesOf(groups: readonly AccountGroup[]): readonly CatalogRole[] {
  return groups.flatMap(({ account, roles }) => roles.map((roleName) => roleOf(account, roleName)));
}

/** What picking a row picks. */
export function rolesOfRow(row: PickerRow): readonly CatalogRole[] {
  if (row.kind === 'account') return row.roles.map((roleName) => roleOf(row.account, roleName));
  return row.kind === 'role' ? [roleOf(row.account, row.roleName)] : [];
}
