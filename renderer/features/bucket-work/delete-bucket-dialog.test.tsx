import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import { renderWithHost } from '../../testing/render.tsx';
import { DeleteBucketDialog } from './delete-bucket-dialog.tsx';

afterEach(cleanup);

const AT = { target: { kind: 'profile', profile: 'p' }, bucket: 'invoices' } as const;

function open() {
  const acts = {
    onDeleted: vi.fn<() => void>(),
    onEmpty: vi.fn<() => void>(),
    onClose: vi.fn<() => void>(),
    onSignIn: vi.fn<() => void>(),
  };
  return { ...renderWithHost(<DeleteBucketDialog at={AT} {...acts} />), ...acts };
}
const field = () => screen.getByRole('textbox');
const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Delete bucket' });

describe('DeleteBucketDialog', () => {
  it('deletes only once the very name is typed', async () => {
    const { host, onDeleted } = open();
    for (const text of ['', 'invoice', 'Invoices', 'invoices ']) {
      fireEvent.change(field(), { target: { value: text } });
      expect(button().disabled, text).toBe(true);
      fireEvent.submit(field());
    }
    fireEvent.change(field(), { target: { value: 'invoices' } });
    expect(host.calls('bucket.delete')).toHaveLength(0);
    fireEvent.click(button());
    await waitFor(() => expect(host.calls('bucket.delete')).toHaveLength(1));
    expect(host.calls('bucket.delete')[0]?.params).toEqual({ at: AT, typed: 'invoices' });
    act(() => host.reply(host.calls('bucket.delete')[0]?.id ?? '', {}));
    await waitFor(() => expect(onDeleted).toHaveBeenCalledOnce());
  });

  it('offers to empty one that isn’t empty', async () => {
    const { host, onEmpty, onDeleted } = open();
    fireEvent.change(field(), { target: { value: 'invoices' } });
    fireEvent.submit(field());
    await waitFor(() => expect(host.calls('bucket.delete')).toHaveLength(1));
    const { id } = host.calls('bucket.delete')[0] ?? { id: '' };
    act(() => host.fail(id, appError('s3.bucket-not-empty', { bucket: 'invoices' })));
    fireEvent.click(await screen.findByRole('button', { name: 'Empty it first…' }));
    expect(onEmpty).toHaveBeenCalledOnce();
    expect(onDeleted).not.toHaveBeenCalled();
  });
});
