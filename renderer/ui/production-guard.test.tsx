import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AbortDialog } from '../features/uploads/abort-dialog.tsx';
import { DeleteBucketDialog } from '../features/bucket-work/delete-bucket-dialog.tsx';
import { renderWithHost } from '../testing/render.tsx';
import { ProductionContext } from './production-guard.tsx';

afterEach(cleanup);

const at = { target: { kind: 'profile', profile: 'prod' }, bucket: 'logs' } as const;
const button = (name: RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('what is destroyed in production', () => {
  it('needs the profile’s name beside the bucket’s', () => {
    const { host } = renderWithHost(
      <ProductionContext value={({ kind }) => (kind === 'profile' ? 'prod' : undefined)}>
        <DeleteBucketDialog
          at={at}
          onDeleted={() => {}}
          onEmpty={() => {}}
          onClose={() => {}}
          onSignIn={() => {}}
        />
      </ProductionContext>,
    );
    expect(screen.getByText('prod is a production profile.')).toBeTruthy();
    type(/bucket’s name/, 'logs');
    fireEvent.submit(screen.getByLabelText(/bucket’s name/));
    expect(button(/Delete bucket/).disabled).toBe(true);
    expect(host.calls('bucket.delete')).toEqual([]);
    type(/type prod$/, 'pro');
    expect(button(/Delete bucket/).disabled).toBe(true);
    type(/type prod$/, 'prod');
    expect(button(/Delete bucket/).disabled).toBe(false);
  });

  it('is asked about before uploads are aborted, too', () => {
    const onAbort = vi.fn<() => void>();
    const upload = { key: 'a', uploadId: 'u', initiated: 0, storageClass: 'STANDARD' };
    renderWithHost(
      <ProductionContext value={() => 'prod'}>
        <AbortDialog at={at} uploads={[upload]} onAbort={onAbort} onClose={() => {}} />
      </ProductionContext>,
    );
    fireEvent.click(button(/^Abort/));
    expect(onAbort).not.toHaveBeenCalled();
    type(/type prod$/, 'prod');
    fireEvent.click(button(/^Abort/));
    expect(onAbort).toHaveBeenCalledTimes(1);
  });

  it('asks for nothing elsewhere', () => {
    renderWithHost(
      <DeleteBucketDialog
        at={at}
        onDeleted={() => {}}
        onEmpty={() => {}}
        onClose={() => {}}
        onSignIn={() => {}}
      />,
    );
    type(/bucket’s name/, 'logs');
    expect(button(/Delete bucket/).disabled).toBe(false);
  });
});
