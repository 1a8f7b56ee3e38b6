import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { Bucket } from '../../../shared/bucket.ts';
import { renderWithHost } from '../../testing/render.tsx';
import { CreateBucketDialog } from './create-bucket-dialog.tsx';

afterEach(cleanup);

function open() {
  const onCreated = vi.fn<(bucket: Bucket) => void>();
  const onClose = vi.fn<() => void>();
  const view = renderWithHost(
    <CreateBucketDialog
      target={{ kind: 'profile', profile: 'dev' }}
      defaultRegion="eu-west-1"
      onCreated={onCreated}
      onClose={onClose}
      onSignIn={() => {}}
    />,
  );
  return { ...view, onCreated, onClose };
}
type Host = ReturnType<typeof open>['host'];

const name = () => screen.getByRole('textbox', { name: 'Bucket name' });
const type = (text: string) => fireEvent.change(name(), { target: { value: text } });
const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Create bucket' });
const commands = () => [...document.querySelectorAll('li code')].map(({ textContent }) => textContent);
async function created(host: Host) {
  await waitFor(() => expect(host.calls('bucket.create')).toHaveLength(1));
  return host.calls('bucket.create')[0] ?? { id: '', params: {} };
}

describe('CreateBucketDialog', () => {
  it('checks the name as it is typed, but not before it could be wrong', () => {
    open();
    for (const early of ['', 'a', 'ab', 'my-']) {
      type(early);
      expect(name().getAttribute('aria-invalid'), early).toBeNull();
      expect(submit().disabled, early).toBe(true);
    }
    for (const [wrong, words] of [
      ['My', /Only lower-case letters/],
      ['-a', /begins and ends/],
      ['a..b', /Two dots/],
      ['192.168.5.4', /IP address/],
      ['x'.repeat(64), /3 to 63/],
    ] as const) {
      type(wrong);
      expect(name().getAttribute('aria-invalid'), wrong).toBe('true');
      expect(screen.getByText(words)).toBeTruthy();
    }
    type('fresh-bucket');
    expect(submit().disabled).toBe(false);
  });

  it('shows the commands as one chooses, and makes what they say', async () => {
    const { host, onCreated } = open();
    expect(commands()).toEqual([]);
    type('fresh-bucket');
    expect(commands()).toHaveLength(2);
    fireEvent.click(screen.getByRole('checkbox', { name: /Keep versions/ }));
    expect(commands()[1]).toContain('put-bucket-versioning');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Block all public access' }));
    expect(screen.getByText(/readable for everyone on the internet/)).toBeTruthy();
    expect(commands()[2]).toContain('delete-public-access-block');
    fireEvent.click(submit());
    const { id, params } = await created(host);
    expect(params).toEqual({
      target: { kind: 'profile', profile: 'dev' },
      bucket: {
        name: 'fresh-bucket',
        region: 'eu-west-1',
        versioning: true,
        blockPublicAccess: false,
        objectLock: false,
      },
    });
    act(() => host.reply(id, { name: 'fresh-bucket', region: 'eu-west-1' }));
    await waitFor(() => expect(onCreated.mock.calls[0]?.[0]).toMatchObject({ name: 'fresh-bucket' }));
  });

  it('brings versions with object lock', () => {
    open();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Object lock' }));
    const versions = screen.getByRole<HTMLInputElement>('checkbox', { name: /Keep versions/ });
    expect([versions.checked, versions.disabled]).toEqual([true, true]);
  });

  it('finds a region by its name and takes one that isn’t listed', async () => {
    open();
    type('fresh-bucket');
    const region = screen.getByRole('combobox', { name: /AWS Region/ });
    act(() => region.focus());
    fireEvent.change(region, { target: { value: 'frankf' } });
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['Europe (Frankfurt)eu-central-1']);
    // Whatever is open above the dialog hides it from the accessibility tree.
    const button = screen.getByText('Create bucket', { selector: 'button' });
    expect(button.hasAttribute('disabled')).toBe(true);
    fireEvent.change(region, { target: { value: 'eu-moon-1' } });
    expect(commands()[0]).toContain('LocationConstraint=eu-moon-1');
    expect(button.hasAttribute('disabled')).toBe(false);
  });

  it('says in place that a name is taken, and forgets it once another is typed', async () => {
    const { host } = open();
    type('fresh-bucket');
    fireEvent.submit(name());
    const { id } = await created(host);
    act(() => host.fail(id, appError('s3.bucket-taken', { bucket: 'fresh-bucket' })));
    expect((await screen.findByRole('alert')).textContent).toContain('is taken');
    type('fresh-bucket-2');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('opens a bucket that was made but not as wanted, rather than making it again', async () => {
    const { host, onCreated } = open();
    type('fresh-bucket');
    fireEvent.click(submit());
    const { id } = await created(host);
    const params = { bucket: 'fresh-bucket', missing: 's3:PutBucketVersioning' };
    act(() => host.fail(id, appError('s3.bucket-half-made', params)));
    fireEvent.click(await screen.findByRole('button', { name: 'Open the bucket' }));
    expect(onCreated).toHaveBeenCalledWith({ name: 'fresh-bucket', region: 'eu-west-1' });
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(host.calls('bucket.create')).toHaveLength(1);
  });

  it('closes on Escape', () => {
    const { onClose } = open();
    fireEvent.keyDown(name(), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });
});
