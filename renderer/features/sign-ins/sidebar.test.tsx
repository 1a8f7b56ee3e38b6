import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Marks } from '../../bridge/marks.ts';
import { CHAINED, LAST_CHANGE, MARKS } from '../../dev/profile-data.ts';
import { overview } from '../../dev/sample-data.ts';
import { renderWithHost } from '../../testing/render.tsx';
import type { SidebarKeys } from './sidebar-context.ts';
import { Sidebar, type SidebarProps } from './sidebar.tsx';

afterEach(cleanup);

const all = overview({ otherProfiles: CHAINED });

function show(change: Partial<SidebarProps> = {}) {
  const onChoose = vi.fn<SidebarProps['onChoose']>();
  const keys = {
    star: vi.fn<SidebarKeys['star']>(),
    rename: vi.fn<SidebarKeys['rename']>(),
    remove: vi.fn<SidebarKeys['remove']>(),
  };
  const { host } = renderWithHost(
    <Sidebar
      overview={all}
      signIns={{}}
      choice={{ kind: 'target', target: { kind: 'profile', profile: 'prod-ro' } }}
      onChoose={onChoose}
      marks={new Marks(MARKS)}
      isProduction={(target) => target.kind === 'profile' && target.profile === 'prod-ro'}
      sessionOf={(target) =>
        all.sessions.find(({ profiles }) =>
          profiles.some(({ name }) => target.kind === 'profile' && name === target.profile),
        )
      }
      menus={{
        session: ({ name }) => [[{ id: 'x', label: `Menu of ${name}`, act: () => {} }]],
        target: () => [[{ id: 'x', label: 'Menu of a profile', act: () => {} }]],
      }}
      keys={keys}
      onSignIn={() => {}}
      onSignOut={() => {}}
      {...change}
    />,
  );
  return { host, onChoose, keys };
}
const items = (name: RegExp) => screen.getAllByRole('treeitem', { name });
const last = (name: RegExp) => items(name).at(-1) ?? document.body;

describe('Sidebar', () => {
  it('has favourites at the top, with the state of their session, colour and production in words', () => {
    show();
    const favourites = within(screen.getByRole('treeitem', { name: 'Favourites' }));
    const names = favourites.getAllByRole('treeitem').map((item) => item.textContent);
    expect(names.map((name) => /^[\w-]+/.exec(name ?? '')?.[0])).toEqual([
      'archive',
      'dev',
      'jump',
      'PowerUserAccess',
      'prod-ro',
    ]);
    const prod = within(favourites.getByRole('treeitem', { name: /^prod-ro/ }));
    expect(prod.getByRole('img', { name: 'red' })).toBeTruthy();
    expect(prod.getByText('PROD')).toBeTruthy();
    expect(prod.getByRole('img', { name: 'acme: Signed in' })).toBeTruthy();
  });

  it('marks what is shown once, in its session', () => {
    show();
    const [favourite, own] = items(/^prod-ro/);
    expect(favourite?.getAttribute('aria-selected')).toBe('false');
    expect(favourite?.getAttribute('aria-current')).toBe('true');
    expect(own?.getAttribute('aria-selected')).toBe('true');
  });

  it('shows the buckets of every kind of profile', () => {
    const { onChoose } = show();
    fireEvent.click(screen.getByText('auditor'));
    expect(onChoose).toHaveBeenCalledWith({
      kind: 'target',
      target: { kind: 'profile', profile: 'auditor' },
    });
    expect(within(last(/^auditor/)).getByText('through dev')).toBeTruthy();
  });

  it('stars, renames and deletes by keys', () => {
    const { keys } = show();
    const target = { kind: 'profile', profile: 'dev' };
    fireEvent.keyDown(last(/^dev/), { key: '*' });
    fireEvent.keyDown(last(/^dev/), { key: 'F2' });
    fireEvent.keyDown(last(/^dev/), { key: 'Delete' });
    for (const act of [keys.star, keys.rename, keys.remove]) expect(act).toHaveBeenCalledWith(target);
    fireEvent.keyDown(last(/^acme/), { key: 'Delete' });
    expect(keys.remove.mock.calls.at(-1)?.[0]).toMatchObject({ name: 'acme' });
    // A role of the portal has no section that could go.
    fireEvent.keyDown(last(/^PowerUserAccess/), { key: 'Delete' });
    expect(keys.remove).toHaveBeenCalledTimes(2);
  });

  it('opens the menu of what was pointed at, a profile’s not its session’s', () => {
    show();
    fireEvent.contextMenu(last(/^dev/));
    expect(screen.getByRole('menuitem', { name: 'Menu of a profile' })).toBeTruthy();
    expect(screen.queryByRole('menuitem', { name: /acme/ })).toBeNull();
  });

  it('offers to undo the last change, and to add', () => {
    const { host, onChoose } = show();
    act(() => host.event('last-config-change', LAST_CHANGE));
    fireEvent.click(screen.getByRole('button', { name: 'More actions for sign-ins' }));
    fireEvent.click(screen.getByRole('menuitem', { name: /^Undo the last change/ }));
    expect(host.calls('config.undo').at(-1)?.params).toEqual({ changeId: LAST_CHANGE.changeId });
    act(() => host.event('last-config-change', { ...LAST_CHANGE, undone: true }));
    fireEvent.click(screen.getByRole('button', { name: 'More actions for sign-ins' }));
    expect(screen.queryByRole('menuitem', { name: /^Undo/ })).toBeNull();
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(onChoose).toHaveBeenCalledWith({ kind: 'connect' });
  });
});
