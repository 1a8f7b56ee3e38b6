import { expect, it } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import { filterAccounts, portalRows } from './portal-rows.ts';

const ACCOUNTS = [
  { accountId: '111122223333', accountName: 'acme-production', emailAddress: 'prod@acme.example' },
  { accountId: '444455556666' },
];

it('filters by name, ID and e-mail address', () => {
  expect(filterAccounts(ACCOUNTS, 'PRODUCTION')).toHaveLength(1);
  expect(filterAccounts(ACCOUNTS, '5555')).toEqual([ACCOUNTS[1]]);
  expect(filterAccounts(ACCOUNTS, ' acme.example ')).toEqual([ACCOUNTS[0]]);
  expect(filterAccounts(ACCOUNTS, '')).toBe(ACCOUNTS);
});

it('puts the roles of open accounts beneath them, or says why there are none', () => {
  const error = appError('portal.throttled', {});
  const role = { accountId: '111122223333', roleName: 'ReadOnly' };
  const open = new Set(['111122223333', '444455556666']);
  const kinds = (rolesOf: Parameters<typeof portalRows>[2]) =>
    portalRows(ACCOUNTS, open, rolesOf).map((row) => (row.kind === 'note' ? row.note : row.kind));
  expect(portalRows(ACCOUNTS, new Set(), () => ({ roles: [role], error: undefined }))).toHaveLength(2);
  expect(kinds((id) => ({ roles: id === role.accountId ? [role] : [], error: undefined }))).toEqual([
    'account',
    'role',
    'account',
    'none',
  ]);
  expect(kinds((id) => ({ roles: undefined, error: id === role.accountId ? error : undefined }))).toEqual([
    'account',
    error,
    'account',
    'loading',
  ]);
});
