import { cleanup, act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { overview } from '../../dev/sample-data.ts';
import { giveHeight } from '../../testing/render.tsx';
import { forgetWizard } from './connect-store.ts';
import {
  DRAFT,
  IN,
  CATALOG,
  PLAN,
  type,
  current,
  row,
  open,
  asked,
  answer,
  toRoles,
  enterFrom,
} from './wizard-harness.tsx';

let undo = () => {};
beforeEach(() => {
  undo = giveHeight(400);
  sessionStorage.clear();
  forgetWizard();
});
afterEach(() => {
  cleanup();
  undo();
});

describe('the roles and profiles of a new sign-in', () => {
  it('picks the only role by itself, names it as the AWS CLI does, and blocks a name that is taken', async () => {
    const { host } = open();
    const only = { ...CATALOG, accounts: CATALOG.accounts.slice(1) };
    await toRoles(host, { ...only, phase: 'listing-roles' });
    expect(screen.queryByText('1 role picked')).toBeNull();
    act(() => host.event('catalogs', { [DRAFT.id]: only }));
    expect(await screen.findByText('1 role picked')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Profile name' });
    expect(name.value).toBe('ReadOnly-444455556666');
    const taken = { name: 'mine', kind: 'static-keys' as const };
    act(() => host.event('overview', overview({ sessions: [], otherProfiles: [taken], drafts: [IN] })));
    type(name, 'mine');
    expect(screen.getByText('A profile of this name exists.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Continue' }).disabled).toBe(true);
    type(name, 'my "lake"');
    expect(screen.getByText(/can’t hold quotes/)).toBeTruthy();
    type(name, 'my lake');
    fireEvent.change(screen.getByRole('combobox', { name: 'Output format' }), { target: { value: 'yaml' } });
    enterFrom(name);
    expect((await asked(host, 'config.plan')).params).toMatchObject({
      change: { profiles: [{ name: 'my lake', output: 'yaml' }] },
    });
  });

  it('shows names that collide, and leaves them out when asked to', async () => {
    const { host } = open();
    await toRoles(host);
    fireEvent.click(screen.getByRole('button', { name: 'Pick all 3' }));
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    const template = screen.getByRole<HTMLInputElement>('textbox', { name: 'Names of the profiles' });
    const goOn = screen.getByRole<HTMLButtonElement>('button', { name: 'Continue' });
    type(template, '{rolle}');
    expect(screen.getByText(/\{rolle\} is not one of the values/)).toBeTruthy();
    expect(goOn.disabled).toBe(true);
    type(template, '{region}');
    expect(screen.getByText('{region} needs a client region.')).toBeTruthy();
    type(template, '{role}');
    expect(screen.getByText(/2 names can’t be used/)).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'Names' })).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('there twice');
    expect(goOn.disabled).toBe(true);
    template.setSelectionRange(6, 6);
    fireEvent.click(screen.getByRole('button', { name: 'Insert {account}' }));
    expect(template.value).toBe('{role}{account}');
    expect(goOn.disabled).toBe(false);
    expect(screen.getByText('ReadOnlyData-Lake')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Hyphens in place of spaces' }));
    expect(screen.getByText('ReadOnlyData Lake')).toBeTruthy();
    type(template, '{role}');
    fireEvent.click(screen.getByRole('button', { name: 'Leave one out' }));
    expect(screen.getByText('2 roles in 1 account')).toBeTruthy();
    expect(goOn.disabled).toBe(false);
  });

  it('keeps what was entered when it is taken away, and asks before it is forgotten', async () => {
    const { host, onLeave, unmount, show } = open();
    await toRoles(host);
    fireEvent.click(row('Admin'));
    show(null);
    unmount();
    const stored = sessionStorage.getItem('connect') ?? '';
    expect(stored).toContain('"roleName":"Admin"');
    const again = open(overview({ sessions: [], drafts: [IN] }));
    act(() => again.host.event('catalogs', { [DRAFT.id]: CATALOG }));
    expect(await screen.findByText('1 role picked')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Start over' }));
    const dialog = await screen.findByRole('alertdialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Keep going' }));
    expect(current()).toBe('Accounts and roles');
    fireEvent.click(screen.getByRole('button', { name: 'Start over' }));
    fireEvent.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Start over' }),
    );
    expect(again.onLeave).toHaveBeenCalledOnce();
    expect((await asked(again.host, 'session.drop-draft')).params).toEqual({ sessionId: DRAFT.id });
    expect(onLeave).not.toHaveBeenCalled();
  });

  it('asks nothing before anything was entered', () => {
    const { onLeave } = open();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('saves the sign-in alone where the portal offers no role', async () => {
    const { host, onWritten } = open();
    await toRoles(host, { ...CATALOG, accounts: [], answered: 0 });
    expect(screen.getByText(/No accounts are assigned to you/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save the sign-in without profiles' }));
    const params = await answer(host, 'config.plan', PLAN);
    expect(params).toMatchObject({ change: { kind: 'add-session', session: { name: 'corp' } } });
    fireEvent.click(screen.getByRole('button', { name: 'Write the sign-in' }));
    await answer(host, 'config.apply', {});
    act(() => host.event('overview', overview({ sessions: [IN] })));
    await waitFor(() => expect(onWritten).toHaveBeenCalledWith(DRAFT.id, []));
  });

  it('comes back to the sign-in when the session ends, with what was picked', async () => {
    const { host } = open();
    await toRoles(host);
    fireEvent.click(row('Admin'));
    act(() => host.event('overview', overview({ sessions: [], drafts: [DRAFT] })));
    expect(current()).toBe('Sign in');
    act(() => host.event('overview', overview({ sessions: [], drafts: [IN] })));
    expect(await screen.findByText('1 role picked')).toBeTruthy();
  });
});
