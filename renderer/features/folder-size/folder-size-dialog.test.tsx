import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { ListingState } from '../../../shared/listing.ts';
import { renderWithHost } from '../../testing/render.tsx';
import { FolderSizeDialog } from './folder-size-dialog.tsx';

afterEach(cleanup);

const AT = { target: { kind: 'profile', profile: 'p' }, bucket: 'invoices' } as const;
const NONE = { rows: 0, folders: 0, bytes: 0 } as const;
const STATE: ListingState = {
  phase: 'running',
  seen: 3,
  calls: 1,
  tookMs: 5,
  version: 1,
  selection: NONE,
  ...NONE,
  classes: [
    { storageClass: 'GLACIER', objects: 1, bytes: 250 },
    { storageClass: 'STANDARD', objects: 2, bytes: 750 },
  ],
};

function open() {
  const onClose = vi.fn<() => void>();
  const onShowUploads = vi.fn<() => void>();
  const view = renderWithHost(
    <FolderSizeDialog
      at={AT}
      prefix="2026/"
      onClose={onClose}
      onSignIn={() => {}}
      onShowUploads={onShowUploads}
    />,
  );
  return { ...view, onClose, onShowUploads };
}
type Host = ReturnType<typeof open>['host'];

async function tell(host: Host, change: Partial<ListingState>) {
  await waitFor(() => expect(host.calls('listing.keep')).toHaveLength(1));
  const [kept] = host.calls('listing.keep');
  const { listingId } = (kept?.params ?? { listingId: '' }) as { listingId: string };
  act(() => host.event('listings', { [listingId]: { ...STATE, ...change } }));
  return listingId;
}

describe('FolderSizeDialog', () => {
  it('counts by storage class while one watches, the largest first', async () => {
    const { host } = open();
    await tell(host, {});
    expect(host.calls('listing.keep')[0]?.params).toMatchObject({
      spec: { prefix: '2026/', kind: 'measure' },
    });
    await screen.findByText('750 B');
    expect(document.querySelectorAll('tbody tr')).toHaveLength(2);
    expect([...document.querySelectorAll('tr')].map(({ textContent }) => textContent)).toEqual([
      'Storage classObjectsBytesShare',
      'STANDARD2750 B75.0 %',
      'GLACIER1250 B25.0 %',
      'Total31,000 B',
    ]);
    await tell(host, { phase: 'done', calls: 412 });
    expect(await screen.findByText('Everything is counted (412 requests).')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('stops, and goes on', async () => {
    const { host } = open();
    const listingId = await tell(host, {});
    fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(host.calls('listing.stop')[0]?.params).toEqual({ listingId }));
    await tell(host, { phase: 'stopped' });
    fireEvent.click(await screen.findByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(host.calls('listing.resume')[0]?.params).toEqual({ listingId }));
  });

  it('keeps what was counted when it fails, and tries again', async () => {
    const { host } = open();
    await tell(host, { phase: 'failed', error: appError('s3.throttled', {}) });
    await screen.findByRole('alert');
    expect(screen.getByText('750 B')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(host.calls('listing.resume')).toHaveLength(1));
  });

  it('counts incomplete uploads, too, and leads to them', async () => {
    const { host, onShowUploads } = open();
    await tell(host, {});
    await waitFor(() => expect(host.calls('uploads.page')).toHaveLength(1));
    const upload = { key: '2026/a', uploadId: 'u', initiated: 0, storageClass: 'STANDARD' };
    act(() => host.reply(host.calls('uploads.page')[0]?.id ?? '', { uploads: [upload] }));
    await screen.findByText('There is 1 incomplete upload here, too.');
    fireEvent.click(screen.getByRole('button', { name: 'Show them' }));
    expect(onShowUploads).toHaveBeenCalledOnce();
  });

  it('ends the count when it is closed', async () => {
    const { host, unmount } = open();
    await tell(host, {});
    const { id } = host.calls('listing.keep')[0] ?? { id: '' };
    unmount();
    await waitFor(() => expect(host.sent).toContainEqual({ type: 'cancel', id }));
  });
});
