import { expect, test } from 'vitest';
import { manyAccounts } from './many-accounts.ts';
import { given } from './testing/given.ts';

test('makes as many different accounts as asked for, the same ones every time', () => {
  const accounts = manyAccounts(1000, 25);
  expect(accounts).toEqual(manyAccounts(1000, 25));
  expect(new Set(accounts.map((account) => account.accountId)).size).toBe(1000);
  const names = accounts.flatMap((account) => account.accountName ?? []);
  expect(new Set(names).size).toBe(names.length);
  for (const { accountId, roles } of accounts) {
    expect(accountId).toMatch(/^\d{12}$/);
    expect(new Set(roles).size).toBe(25);
  }
});

test('some have no name, some no email, some neither', () => {
  const accounts = manyAccounts(77, 1);
  expect(accounts.filter((account) => account.accountName === undefined)).toHaveLength(11);
  expect(accounts.filter((account) => account.emailAddress === undefined)).toHaveLength(7);
  expect(Object.keys(given(accounts[76]))).toEqual(['accountId', 'roles']);
});
