import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAST_CHANGE, planOf, sectionOf } from '../../dev/profile-data.ts';
import { overview } from '../../dev/sample-data.ts';
import { giveHeight, renderWithHost } from '../../testing/render.tsx';
import { ConfigDialogs } from './config-dialogs.tsx';
import type { ConfigEdit } from './config-edit.ts';

vi.setConfig({ testTimeout: 20_000 });

let undo = () => {};
beforeEach(() => {
  undo = giveHeight(600);
});
afterEach(() => {
  cleanup();
  undo();
});

async function open(edit: ConfigEdit) {
  const onClose = vi.fn<() => void>();
  const onWritten = vi.fn<(edit: ConfigEdit, newName: string | undefined) => void>();
  const { host } = renderWithHost(<ConfigDialogs edit={edit} onClose={onClose} onWritten={onWritten} />);
  const reply = async (name: Parameters<typeof host.calls>[0], value: unknown) => {
    await waitFor(() => expect(host.calls(name).length).toBeGreaterThan(0));
    await act(async () => host.reply(host.calls(name).at(-1)?.id ?? '', value));
  };
  act(() => {
    host.event('overview', overview());
    host.event('last-config-change', null);
  });
  await reply('config.section', sectionOf(edit.name));
  await screen.findByRole('button', { name: 'See the changes' });
  const change = () => (host.calls('config.plan').at(-1)?.params as { change: unknown } | undefined)?.change;
  const plan = async () => {
    fireEvent.click(screen.getByRole('button', { name: 'See the changes' }));
    await reply('config.plan', planOf({ kind: 'delete-profiles', names: [edit.name] }));
    await screen.findByText(/A copy of each file/);
  };
  return { host, reply, change, plan, onClose, onWritten };
}

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const next = () => screen.getByRole<HTMLButtonElement>('button', { name: 'See the changes' });
const value = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;

describe('editing', () => {
  it('goes from the form over the diff to the file, and offers to undo', async () => {
    const { host, reply, change, plan, onClose, onWritten } = await open({
      kind: 'profile',
      name: 'prod-ro',
      task: 'edit',
    });
    expect(value('Account ID')).toBe('111122223333');
    expect(screen.getByText('Profile prod-admin (source_profile)')).toBeTruthy();
    expect(screen.getByText('config, line 13')).toBeTruthy();
    expect(next().disabled).toBe(true);
    type('Role name', 'SecurityAudit');
    fireEvent.click(screen.getByRole('button', { name: 'Remove retry_mode' }));
    await plan();
    expect(change()).toEqual({
      kind: 'edit-profile',
      name: 'prod-ro',
      set: { sso_role_name: 'SecurityAudit', retry_mode: null },
    });
    expect(host.calls('config.apply')).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await reply('config.apply', {});
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onWritten.mock.calls[0]?.[1]).toBeUndefined();
    act(() => host.event('last-config-change', LAST_CHANGE));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(host.calls('config.undo').at(-1)?.params).toEqual({ changeId: LAST_CHANGE.changeId }),
    );
    await reply('config.undo', {});
    expect(screen.getByText(/The change was undone/)).toBeTruthy();
  });

  it('comes back to the form as it was', async () => {
    const { plan } = await open({ kind: 'profile', name: 'prod-ro', task: 'edit' });
    type('Role name', 'SecurityAudit');
    await plan();
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(value('Role name')).toBe('SecurityAudit');
  });

  it('says what is wrong as it is typed', async () => {
    await open({ kind: 'profile', name: 'prod-ro', task: 'edit' });
    type('Account ID', '1111');
    expect(screen.getByText('An account ID has 12 digits.')).toBeTruthy();
    type('Account ID', '444455556666');
    expect(next().disabled).toBe(false);
    type('Profile name', 'de[v');
    expect(screen.getByText('A name can’t contain brackets.')).toBeTruthy();
    type('Profile name', 'ci');
    expect(screen.getByText('There is one of this name already.')).toBeTruthy();
    expect(next().disabled).toBe(true);
  });

  it('never shows a secret, and sends one only when it was typed', async () => {
    const { change, plan } = await open({ kind: 'profile', name: 'ci', task: 'edit' });
    const secret = screen.getByLabelText<HTMLInputElement>('Secret access key');
    expect([secret.value, secret.type]).toEqual(['', 'password']);
    type('Access key ID', 'AKIAI44QH8DHBEXAMPLE');
    await plan();
    expect(change()).toEqual({
      kind: 'edit-profile',
      name: 'ci',
      set: { aws_access_key_id: 'AKIAI44QH8DHBEXAMPLE' },
    });
  });
});

describe('the other dialogs', () => {
  it('renames, and says so to the tabs', async () => {
    const { change, plan, reply, onWritten } = await open({
      kind: 'profile',
      name: 'prod-ro',
      task: 'rename',
    });
    type('New profile name', ' prod-read ');
    await plan();
    expect(change()).toEqual({ kind: 'edit-profile', name: 'prod-ro', newName: 'prod-read', set: {} });
    fireEvent.click(screen.getByRole('button', { name: 'Rename' }));
    await reply('config.apply', {});
    expect(onWritten.mock.calls[0]?.[1]).toBe('prod-read');
  });

  it('duplicates under a name that is free', async () => {
    const { change, plan } = await open({ kind: 'profile', name: 'dev', task: 'duplicate' });
    expect(value('Name of the copy')).toBe('dev-copy');
    type('Name of the copy', '');
    expect(next().disabled).toBe(true);
    type('Name of the copy', 'dev-2');
    await plan();
    expect(change()).toEqual({ kind: 'duplicate-profile', name: 'dev', copyName: 'dev-2' });
  });

  it('deletes a profile after what refers to it was shown', async () => {
    const { change, plan } = await open({ kind: 'profile', name: 'prod-ro', task: 'delete' });
    const dialog = screen.getByRole('alertdialog');
    expect(within(dialog).getByText(/they will stop working/)).toBeTruthy();
    await plan();
    expect(change()).toEqual({ kind: 'delete-profiles', names: ['prod-ro'] });
  });

  it('deletes a session with its profiles, or without', async () => {
    const { change, plan } = await open({ kind: 'session', name: 'acme', task: 'delete' });
    await plan();
    expect(change()).toEqual({ kind: 'delete-session', name: 'acme', withProfiles: true });
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Delete its 3 profiles, too' }));
    expect(screen.getByText(/they will stop working/)).toBeTruthy();
    await plan();
    expect(change()).toEqual({ kind: 'delete-session', name: 'acme', withProfiles: false });
  });
});
