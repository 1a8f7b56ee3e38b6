import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appError } from './app-error.ts';
import type { CatalogAccount, PortalCatalog } from './portal-catalog.ts';
import { comparePortal } from './portal-comparison.ts';
import type { ProfileView } from './session.ts';

const profile = (name: string, accountId: string, roleName: string): ProfileView => ({
  name,
  kind: 'sso',
  accountId,
  roleName,
});
const catalog = (accounts: readonly CatalogAccount[], more: Partial<PortalCatalog> = {}): PortalCatalog => ({
  phase: 'done',
  accounts,
  answered: accounts.length,
  throttled: false,
  ...more,
});
const PROD: CatalogAccount = { accountId: '111122223333', accountName: 'prod', roles: ['Admin', 'ReadOnly'] };
const failed: CatalogAccount = { accountId: '444455556666', error: appError('portal.throttled', {}) };

describe('comparePortal', () => {
  it('tells what is new, gone and unchanged', () => {
    const there = profile('a', '111122223333', 'ReadOnly');
    const lost = profile('b', '111122223333', 'Billing');
    const left = profile('c', '999900001111', 'ReadOnly');
    expect(comparePortal(catalog([PROD]), [there, lost, left])).toEqual({
      added: [{ accountId: '111122223333', accountName: 'prod', roleName: 'Admin' }],
      gone: [
        { profile: lost, what: 'role' },
        { profile: left, what: 'account' },
      ],
      unknown: [],
      unchanged: 1,
    });
  });

  it('concludes nothing from an account that could not be listed', () => {
    const one = profile('a', failed.accountId, 'Admin');
    expect(comparePortal(catalog([PROD, failed]), [one])).toMatchObject({ gone: [], unknown: [one] });
    const silent = { accountId: failed.accountId };
    expect(comparePortal(catalog([silent]), [one])).toMatchObject({ gone: [], unknown: [one] });
  });

  it.each(['listing-accounts', 'listing-roles', 'failed'] as const)('concludes nothing while %s', (phase) => {
    const profiles = [profile('a', '111122223333', 'Gone'), profile('b', '999900001111', 'Admin')];
    expect(comparePortal(catalog([PROD], { phase }), profiles)).toMatchObject({
      gone: [],
      unknown: profiles,
    });
  });

  it('leaves profiles aside that are for no role of the portal', () => {
    const other: ProfileView = { name: 'x', kind: 'assume-role', source: 'a', accountId: '1', roleName: 'R' };
    const bearer: ProfileView = { name: 'y', kind: 'sso' };
    expect(comparePortal(catalog([]), [other, bearer])).toEqual({
      added: [],
      gone: [],
      unknown: [],
      unchanged: 0,
    });
  });

  it('counts each profile once, and never calls gone what the portal offers', () => {
    const id = fc.constantFrom('1', '2', '3');
    const role = fc.constantFrom('A', 'B', 'C');
    const account = fc.record(
      { accountId: id, roles: fc.uniqueArray(role), error: fc.constant(appError('portal.throttled', {})) },
      { requiredKeys: ['accountId'] },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(account, { selector: ({ accountId }) => accountId }),
        fc.array(fc.tuple(id, role)),
        fc.constantFrom('done', 'listing-roles', 'failed'),
        (accounts, pairs, phase) => {
          const profiles = pairs.map(([account, name], index) => profile(String(index), account, name));
          const { added, gone, unknown, unchanged } = comparePortal(
            catalog(accounts, { phase: phase as PortalCatalog['phase'] }),
            profiles,
          );
          expect(gone.length + unknown.length + unchanged).toBe(profiles.length);
          for (const { profile: each } of gone) {
            const account = accounts.find(({ accountId }) => accountId === each.accountId);
            expect(phase).toBe('done');
            expect(account?.error).toBeUndefined();
            expect(account?.roles ?? []).not.toContain(each.roleName);
          }
          for (const one of added) {
            expect(profiles.some((p) => p.accountId === one.accountId && p.roleName === one.roleName)).toBe(
              false,
            );
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
