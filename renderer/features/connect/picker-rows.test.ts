import { describe, expect, it } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { CatalogAccount } from '../../../shared/portal-catalog.ts';
import { findRoles, pickerRows } from './picker-rows.ts';

const ACCOUNTS: readonly CatalogAccount[] = [
  { accountId: '111122223333', accountName: 'acme-production', roles: ['AdministratorAccess', 'ReadOnly'] },
  {
    accountId: '444455556666',
    accountName: 'product-catalog',
    emailAddress: 'team@shop.example',
    roles: ['ReadOnly'],
  },
  { accountId: '777788889999', accountName: 'acme-dev' },
];

const found = (search: string) =>
  findRoles(ACCOUNTS, search).map(({ account, roles }) => [account.accountName, ...roles]);

describe('findRoles', () => {
  it('finds accounts by name, number and e-mail address, with all their roles', () => {
    expect(found('acme-prod')).toEqual([['acme-production', 'AdministratorAccess', 'ReadOnly']]);
    expect(found('5555')).toEqual([['product-catalog', 'ReadOnly']]);
    expect(found('SHOP.example')).toEqual([['product-catalog', 'ReadOnly']]);
    expect(found('dev')).toEqual([['acme-dev']]);
    expect(found('  ')).toHaveLength(3);
  });

  it('finds roles, and every word somewhere', () => {
    expect(found('administrator')).toEqual([['acme-production', 'AdministratorAccess']]);
    expect(found('prod readonly')).toEqual([
      ['product-catalog', 'ReadOnly'],
      ['acme-production', 'ReadOnly'],
    ]);
    expect(found('dev readonly')).toEqual([]);
  });

  it('forgives left-out letters, but finds no letters strewn about', () => {
    expect(found('acmeprd')).toEqual([['acme-production', 'AdministratorAccess', 'ReadOnly']]);
    expect(found('admacc')).toEqual([['acme-production', 'AdministratorAccess']]);
    expect(found('aeo')).toEqual([]);
  });
});

it('puts beneath an account its roles, or why there are none', () => {
  const error = appError('portal.roles-forbidden', { accountId: '1' });
  const groups = [
    ...findRoles(ACCOUNTS, ''),
    { account: { accountId: '1', error }, roles: [] },
    { account: { accountId: '2', roles: [] }, roles: [] },
  ];
  const rows = pickerRows(groups, new Set(['111122223333']));
  expect(rows.map((row) => (row.kind === 'note' ? row.note : row.kind))).toEqual([
    'account',
    'account',
    'role',
    'account',
    'loading',
    'account',
    error,
    'account',
    'none',
  ]);
});
