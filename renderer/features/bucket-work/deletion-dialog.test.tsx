import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { RequestName } from '../../../shared/contract.ts';
import type { DeletionScope, DeletionState } from '../../../shared/deletion.ts';
import { renderWithHost } from '../../testing/render.tsx';
import { DeletionDialog } from './deletion-dialog.tsx';
import { DeletionNotices } from './deletion-notices.tsx';

afterEach(cleanup);

const AT = { target: { kind: 'profile', profile: 'p' }, bucket: 'invoices' } as const;
const ZERO = { objects: 0, markers: 0, uploads: 0, bytes: 0 };
const FOUND = { objects: 128_411, markers: 312, uploads: 2, bytes: 48_211_443_112 };
const PREFIX = { kind: 'prefix', prefix: '2026/' } as const;

function open(scope: DeletionScope) {
  const onClose = vi.fn<() => void>();
  const content = (dialog: boolean) => (
    <>
      {dialog && <DeletionDialog at={AT} scope={scope} onClose={onClose} onSignIn={() => {}} />}
      <DeletionNotices />
    </>
  );
  const view = renderWithHost(content(true));
  return { ...view, onClose, close: () => view.show(content(false)) };
}
type Host = ReturnType<typeof open>['host'];

async function calls(host: Host, name: RequestName, count = 1) {
  await waitFor(() => expect(host.calls(name)).toHaveLength(count));
  return host.calls(name)[count - 1] ?? { id: '', params: {} };
}
async function begin(host: Host, count = 1) {
  const { id, params } = await calls(host, 'deletion.count', count);
  act(() => host.reply(id, {}));
  return params as { deletionId: string; spec: DeletionState['spec'] };
}
type Begun = Awaited<ReturnType<typeof begin>>;
function tell(host: Host, { deletionId, spec }: Begun, change: Partial<DeletionState>) {
  const state: DeletionState = {
    spec,
    phase: 'counted',
    counted: change.phase !== 'counting',
    found: FOUND,
    deleted: ZERO,
    refused: 0,
    refusals: [],
    versioning: 'Enabled',
    startedAt: 0,
    calls: 1,
    ...change,
  };
  act(() => host.event('deletions', { [deletionId]: state }));
}
const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Delete/ });

describe('DeletionDialog', () => {
  it('counts first, shows exact numbers, and deletes only when told to', async () => {
    const { host } = open(PREFIX);
    const begun = await begin(host);
    expect(begun.spec).toEqual({ at: AT, scope: PREFIX, what: 'current' });
    tell(host, begun, { phase: 'counting', found: { ...ZERO, objects: 1000 } });
    expect(await screen.findByText('1,000')).toBeTruthy();
    expect(submit().disabled).toBe(true);
    tell(host, begun, {});
    expect(await screen.findByText('128,411')).toBeTruthy();
    expect(screen.getByText('44.9 GB (48,211,443,112 bytes)')).toBeTruthy();
    expect(screen.getByText(/It can be undone/)).toBeTruthy();
    expect(host.calls('deletion.run')).toHaveLength(0);
    fireEvent.click(submit());
    const { params } = await calls(host, 'deletion.run');
    expect(params).toEqual({ deletionId: begun.deletionId });
    tell(host, begun, { phase: 'deleting', deleted: { ...FOUND, objects: 41_000, markers: 0, uploads: 0 } });
    await screen.findByText('Deleting… 41,000 of 128,725');
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await calls(host, 'deletion.stop');
    tell(host, begun, { phase: 'stopped', deleted: { ...ZERO, objects: 41_000 } });
    fireEvent.click(await screen.findByRole('button', { name: 'Go on' }));
    await calls(host, 'deletion.run', 2);
    tell(host, begun, { phase: 'done', deleted: FOUND });
    expect(await screen.findByText('Deleted.')).toBeTruthy();
  });

  it('says when it can’t be undone', async () => {
    const { host } = open(PREFIX);
    const begun = await begin(host);
    tell(host, begun, { versioning: 'never' });
    expect(await screen.findByText(/can’t be undone: this bucket keeps no versions/)).toBeTruthy();
    tell(host, begun, { versioning: 'Suspended' });
    expect(await screen.findByText(/lost for good/)).toBeTruthy();
    tell(host, begun, { versioning: 'unknown' });
    expect(await screen.findByText(/take it as final/)).toBeTruthy();
  });

  it('counts again for another choice, and puts the first count away', async () => {
    const { host } = open(PREFIX);
    const first = await begin(host);
    tell(host, first, {});
    fireEvent.click(await screen.findByRole('radio', { name: 'All versions, for good' }));
    await calls(host, 'deletion.stop');
    const second = await begin(host, 2);
    expect(second.spec.what).toBe('all-versions');
    expect(second.deletionId).not.toBe(first.deletionId);
    act(() => host.reply(host.calls('deletion.stop')[0]?.id ?? '', {}));
    const { params } = await calls(host, 'deletion.forget');
    expect(params).toEqual({ deletionId: first.deletionId });
  });

  it('wants the name of a bucket that is to be emptied', async () => {
    const { host } = open({ kind: 'bucket' });
    const begun = await begin(host);
    expect(begun.spec.what).toBe('all-versions');
    tell(host, begun, {});
    const field = await screen.findByRole('textbox');
    expect(submit().disabled).toBe(true);
    fireEvent.change(field, { target: { value: 'invoice' } });
    fireEvent.submit(field);
    fireEvent.change(field, { target: { value: 'invoices' } });
    expect(host.calls('deletion.run')).toHaveLength(0);
    expect(submit().textContent).toBe('Delete 128,725 items for good');
    fireEvent.click(submit());
    await calls(host, 'deletion.run');
  });

  it('lists what was refused, and what failed', async () => {
    const { host } = open(PREFIX);
    const begun = await begin(host);
    tell(host, begun, {
      phase: 'failed',
      deleted: { ...ZERO, objects: 5 },
      refused: 1200,
      refusals: [{ key: '2026/locked.pdf', code: 'AccessDenied' }],
      error: appError('s3.throttled', {}),
    });
    await screen.findByRole('alert');
    expect(screen.getByText('2026/locked.pdf')).toBeTruthy();
    expect(screen.getByText('The first 1 of 1,200')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await calls(host, 'deletion.run');
  });

  it('stops and forgets a count that is left', async () => {
    const { host, close } = open(PREFIX);
    const begun = await begin(host);
    tell(host, begun, { phase: 'counting' });
    close();
    const { id } = await calls(host, 'deletion.stop');
    act(() => host.reply(id, {}));
    expect(host.calls('deletion.forget')).toHaveLength(0);
    tell(host, begun, { phase: 'stopped' });
    await calls(host, 'deletion.forget');
    expect(screen.queryByRole('region', { name: 'Deletions' })).toBeNull();
  });

  it('goes on when its dialog is closed, as a notice that leads back to it', async () => {
    const { host, close } = open(PREFIX);
    const begun = await begin(host);
    tell(host, begun, {});
    fireEvent.click(submit());
    await calls(host, 'deletion.run');
    tell(host, begun, { phase: 'deleting', deleted: { ...ZERO, objects: 5 } });
    expect(screen.queryByRole('region', { name: 'Deletions' })).toBeNull();
    close();
    const notices = await screen.findByRole('region', { name: 'Deletions' });
    expect(notices.textContent).toContain('Deleting 5 / 128,725');
    expect(host.calls('deletion.stop')).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(await screen.findByRole('alertdialog')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Close; it goes on' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    tell(host, begun, { phase: 'done', deleted: FOUND });
    fireEvent.click(await screen.findByRole('button', { name: 'Dismiss' }));
    const { params } = await calls(host, 'deletion.forget');
    expect(params).toEqual({ deletionId: begun.deletionId });
  });
});
