import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { ConfigPlan } from '../../../shared/config-change.ts';
import type { RequestName } from '../../../shared/contract.ts';
import type { CatalogAccount, PortalCatalog } from '../../../shared/portal-catalog.ts';
import type { SessionView } from '../../../shared/session.ts';
import { acme, overview, profile, signedIn } from '../../dev/sample-data.ts';
import { giveHeight, renderWithHost } from '../../testing/render.tsx';
import { forgetImport } from './connect-store.ts';
import { PortalRolesView } from './portal-roles-view.tsx';

const ours = (name: string, accountId: string, role: string) => ({
  ...profile(name, accountId, role),
  writtenHere: true as const,
});
const SESSION: SessionView = {
  ...acme(signedIn(3_600_000)),
  profiles: [
    profile('stays', '111122223333', 'Admin'),
    ours('pruned', '111122223333', 'Auditor'),
    profile('by-hand', '999900001111', 'Admin'),
  ],
};
const PROD: CatalogAccount = { accountId: '111122223333', accountName: 'prod', roles: ['Admin', 'ReadOnly'] };
const PLAN: ConfigPlan = {
  planId: '7b0d',
  files: [
    { path: 'config', created: false, lines: [{ kind: 'removed', text: '[profile pruned]', oldLine: 1 }] },
  ],
  commands: [],
  references: [],
  notes: [],
};

let undo = () => {};
beforeEach(() => {
  undo = giveHeight(400);
  forgetImport(SESSION.id);
});
afterEach(() => {
  cleanup();
  undo();
});

function open(
  mode: 'add' | 'compare',
  accounts: readonly CatalogAccount[],
  more: Partial<PortalCatalog> = {},
) {
  const onWritten = vi.fn<(profiles: readonly string[]) => void>();
  const onSignIn = vi.fn<() => void>();
  const view = renderWithHost(
    <PortalRolesView
      overview={overview({ sessions: [SESSION], otherProfiles: [] })}
      session={SESSION}
      mode={mode}
      onSignIn={onSignIn}
      onWritten={onWritten}
      onLeave={() => {}}
    />,
  );
  const tell = (list: readonly CatalogAccount[], part: Partial<PortalCatalog> = {}) => {
    const catalog = {
      phase: 'done',
      accounts: list,
      answered: list.length,
      throttled: false,
      ...part,
    } as const;
    act(() => view.host.event('catalogs', { [SESSION.id]: catalog }));
  };
  tell(accounts, more);
  return { ...view, tell, onWritten, onSignIn };
}
type Host = ReturnType<typeof open>['host'];

async function answer(host: Host, name: RequestName, value: unknown) {
  await waitFor(() => expect(host.calls(name)).toHaveLength(1));
  const { id, params } = host.calls(name)[0] ?? { id: '', params: {} };
  await act(async () => host.reply(id, value));
  return params;
}

describe('adding profiles', () => {
  it('shows 500 accounts in a few rows, and picks by the keyboard', () => {
    const many = Array.from({ length: 500 }, (_, index): CatalogAccount => ({
      accountId: String(100_000_000_000 + index),
      accountName: `team-${index}`,
      roles: ['Admin', 'Billing', 'ReadOnly'],
    }));
    open('add', many);
    expect(screen.getByText('500 accounts, 1,500 roles')).toBeTruthy();
    expect(document.querySelectorAll('*').length).toBeLessThan(600);
    expect(screen.getAllByRole('row').length).toBeLessThan(40);
    const [, account, role] = screen.getAllByRole('row');
    fireEvent.keyDown(role ?? document.body, { key: ' ' });
    expect(screen.getByText('1 role picked')).toBeTruthy();
    fireEvent.keyDown(account ?? document.body, { key: ' ' });
    expect(screen.getByText('3 roles picked')).toBeTruthy();
    fireEvent.keyDown(account ?? document.body, { key: 'ArrowLeft' });
    expect(screen.getAllByRole('row')[2]?.textContent).toContain('team-1');
    const search = screen.getByRole('searchbox');
    fireEvent.change(search, { target: { value: 'team-49 readonly' } });
    expect(screen.getByRole('button', { name: 'Pick all 11 found' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Pick all 11 found' }));
    expect(screen.getByText('14 roles picked')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Unpick all found' }));
    expect(screen.getByText('3 roles picked')).toBeTruthy();
    fireEvent.keyDown(screen.getAllByRole('row')[1] ?? document.body, { key: 'Enter' });
    expect(document.querySelector('[aria-current=step] h2')?.textContent).toBe('Profiles');
  });

  it('says how far the list is, what the portal refuses, and lists again when asked to', async () => {
    const refused = appError('portal.roles-forbidden', { accountId: '444455556666' });
    const failed: CatalogAccount = { accountId: '444455556666', error: refused };
    const { host, tell } = open('add', [PROD, { accountId: '777788889999' }, failed], {
      phase: 'listing-roles',
      answered: 2,
      throttled: true,
    });
    expect(screen.getByText(/3 accounts, 2 roles so far, roles of 2 of 3 accounts listed/)).toBeTruthy();
    expect(screen.getByText(/asks to slow down/)).toBeTruthy();
    expect(screen.getByText('Loading roles…')).toBeTruthy();
    expect(screen.queryByText(/could not be listed/)).toBeNull();
    tell([PROD, failed]);
    expect(screen.getByText(/1 account could not be listed/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(host.calls('catalog.keep')).toHaveLength(2));
    expect(host.calls('catalog.keep')[1]?.params).toEqual({ sessionId: SESSION.id, fresh: true });
  });

  it('offers to sign in again where the portal refuses the session', () => {
    const { onSignIn } = open('add', [], {
      phase: 'failed',
      error: appError('session.rejected', { session: 'acme' }),
    });
    fireEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Sign in again' }));
    expect(onSignIn).toHaveBeenCalledOnce();
  });
});

describe('comparing with the portal', () => {
  it('concludes nothing before the list is complete', () => {
    const { tell } = open('compare', [PROD], { phase: 'listing-roles' });
    expect(screen.getByText('New in the portal (1)')).toBeTruthy();
    expect(screen.queryByText(/Gone from the portal/)).toBeNull();
    tell([PROD], { phase: 'failed', error: appError('network.timeout', { host: 'portal' }) });
    expect(screen.queryByText(/Gone from the portal/)).toBeNull();
    expect(screen.getByText(/nothing can be said about what is gone/)).toBeTruthy();
    expect(screen.getByText('Not known (2)')).toBeTruthy();
    tell([PROD]);
    expect(screen.getByText('Gone from the portal (2)')).toBeTruthy();
    expect(screen.getByText(/1 profile is for a role that the portal still offers/)).toBeTruthy();
  });

  it('prunes only what the app wrote, and nothing that was not picked', async () => {
    const { host } = open('compare', [PROD]);
    const mine = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Delete pruned' });
    const theirs = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Delete by-hand' });
    expect([mine.checked, mine.disabled, theirs.checked, theirs.disabled]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(screen.getByText(/not written by Bucket Porter/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Delete profiles…' }).disabled).toBe(true);
    fireEvent.click(mine);
    fireEvent.click(screen.getByRole('button', { name: 'Delete 1 profile…' }));
    expect(await answer(host, 'config.plan', PLAN)).toEqual({
      change: { kind: 'delete-profiles', names: ['pruned'] },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Delete 1 profile' }));
    await answer(host, 'config.apply', {});
    expect(await screen.findByText(/1 profile deleted/)).toBeTruthy();
    expect(screen.getByText('Gone from the portal (2)')).toBeTruthy();
  });

  it('makes profiles for new roles through the same names and review', async () => {
    const { host, onWritten } = open('compare', [PROD]);
    fireEvent.click(screen.getByRole('button', { name: 'Pick all 1' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add 1 profile…' }));
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Profile name' });
    fireEvent.change(name, { target: { value: 'stays' } });
    expect(screen.getByText('A profile of this name exists.')).toBeTruthy();
    fireEvent.change(name, { target: { value: 'fresh' } });
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await answer(host, 'config.plan', PLAN)).toEqual({
      change: {
        kind: 'add-profiles',
        through: { kind: 'session', name: 'acme' },
        profiles: [{ name: 'fresh', accountId: '111122223333', roleName: 'ReadOnly' }],
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Write 1 profile' }));
    await answer(host, 'config.apply', {});
    const fresh = profile('fresh', '111122223333', 'ReadOnly');
    act(() => host.event('overview', overview({ sessions: [{ ...SESSION, profiles: [fresh] }] })));
    await waitFor(() => expect(onWritten).toHaveBeenCalledWith(['fresh']));
  });

  it('says so where everything agrees', () => {
    open('compare', [
      { accountId: '111122223333', roles: ['Admin', 'Auditor'] },
      { accountId: '999900001111', roles: ['Admin'] },
    ]);
    expect(screen.getByText('Profiles and portal agree')).toBeTruthy();
    expect(screen.getByText(/All 3 profiles are for roles that the portal offers/)).toBeTruthy();
  });
});
