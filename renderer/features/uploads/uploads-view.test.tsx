import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { RequestName } from '../../../shared/contract.ts';
import { giveHeight, renderWithHost } from '../../testing/render.tsx';
import { UploadsView } from './uploads-view.tsx';

let undo = () => {};
beforeEach(() => {
  undo = giveHeight(600);
});
afterEach(() => {
  cleanup();
  undo();
});

const AT = { target: { kind: 'profile', profile: 'p' }, bucket: 'invoices' } as const;
const uploads = Array.from({ length: 8 }, (_, index) => ({
  key: `2026/part-${index}`,
  uploadId: `u${index}`,
  initiated: 0,
  storageClass: 'STANDARD',
  initiator: 'arn:aws:sts::111122223333:assumed-role/Backup/nightly',
}));
const open = () =>
  renderWithHost(<UploadsView at={AT} prefix="2026/" onClose={() => {}} onSignIn={() => {}} />);
type Host = ReturnType<typeof open>['host'];

async function calls(host: Host, name: RequestName, count: number) {
  await waitFor(() => expect(host.calls(name)).toHaveLength(count));
  return host.calls(name);
}
async function list(host: Host, found = uploads) {
  const [call] = await calls(host, 'uploads.page', 1);
  act(() => host.reply(call?.id ?? '', { uploads: found }));
}

describe('UploadsView', () => {
  it('asks for the sizes of rows in view, four at a time, and adds up what it knows', async () => {
    const { host } = open();
    await list(host);
    const first = await calls(host, 'upload.parts', 4);
    for (const { id } of first.slice(0, 3)) act(() => host.reply(id, { parts: 2, bytes: 2 ** 20 }));
    act(() => host.fail(first[3]?.id ?? '', appError('s3.throttled', {})));
    await calls(host, 'upload.parts', 8);
    await screen.findByText(/^8 incomplete uploads · 3\.0 MB in 3 of them/);
    for (const { id } of host.calls('upload.parts').slice(4))
      act(() => host.reply(id, { parts: 1, bytes: 2 ** 19 }));
    await screen.findByText(/5\.0 MB in 7 of them/);
    expect(screen.getAllByText('nightly')).toHaveLength(8);
  });

  it('aborts those selected after asking, and names what was refused', async () => {
    const { host } = open();
    await list(host, uploads.slice(0, 3));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select 2026/part-0' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select 2026/part-2' }));
    fireEvent.click(screen.getByRole('button', { name: 'Abort…' }));
    expect(await screen.findByRole('alertdialog', { name: 'Abort 2 incomplete uploads?' })).toBeTruthy();
    expect(host.calls('upload.abort')).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Abort 2 incomplete uploads' }));
    const [one, two] = await calls(host, 'upload.abort', 2);
    expect(one?.params).toMatchObject({ key: '2026/part-0', uploadId: 'u0' });
    act(() => host.reply(one?.id ?? '', {}));
    const denied = appError('s3.access-denied', { action: 's3:AbortMultipartUpload', resource: 'x' });
    act(() => host.fail(two?.id ?? '', denied));
    expect((await screen.findByRole('alert')).textContent).toContain('s3:AbortMultipartUpload');
    await waitFor(() => expect(screen.queryByText('part-0')).toBeNull());
    expect(screen.getByText('part-2')).toBeTruthy();
    expect(screen.getByText('Aborted 1 incomplete upload.')).toBeTruthy();
  });

  it('keeps them where one thinks better of it', async () => {
    const { host } = open();
    await list(host, uploads.slice(0, 1));
    fireEvent.click(await screen.findByRole('button', { name: 'Abort the upload of 2026/part-0' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Keep them' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(host.calls('upload.abort')).toHaveLength(0);
  });

  it('says that there are none only once it is known', async () => {
    const { host } = open();
    expect(screen.queryByText('No incomplete uploads')).toBeNull();
    await list(host, []);
    expect(await screen.findByText('No incomplete uploads')).toBeTruthy();
  });
});
