import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { SessionView } from '../../../shared/session.ts';
import { giveHeight, renderWithHost } from '../../testing/render.tsx';
import type { BucketActions } from './bucket-actions.ts';
import { BucketView } from './bucket-view.tsx';

let undo = () => {};
let epoch = 0;
beforeEach(() => {
  undo = giveHeight(600);
  epoch += 1;
});
afterEach(() => {
  cleanup();
  undo();
});

/** With each test somebody else signs in. */
const session = (): SessionView => ({
  id: 'sso-session:acme',
  kind: 'sso-session',
  name: 'acme',
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-west-1',
  registrationScopes: [],
  profiles: [],
  status: { state: 'signed-in', signedInAt: epoch, expiresAt: Date.now() + 3_600_000, storage: 'keychain' },
});

const ROLE = {
  accountName: undefined,
  accountId: '111122223333',
  roleName: 'ReadOnly',
  region: 'eu-west-1',
  kind: 'sso',
  through: [],
  short: 'prod-ro',
} as const;

function open(onSignIn = () => {}, actions: Partial<BucketActions> = {}) {
  const nothing = () => {};
  return renderWithHost(
    <BucketView
      target={{ kind: 'profile', profile: 'prod-ro' }}
      role={ROLE}
      session={session()}
      onSignIn={onSignIn}
      actions={{
        open: nothing,
        showDetails: nothing,
        create: nothing,
        empty: nothing,
        remove: nothing,
        remember: nothing,
        forget: nothing,
        ...actions,
      }}
      memory={undefined}
      onMemory={nothing}
    />,
  );
}

type Host = ReturnType<typeof open>['host'];

/** The last request for a page, once there are that many. */
async function pageCall(host: Host, count: number) {
  await waitFor(() => expect(host.calls('buckets.page')).toHaveLength(count));
  const call = host.calls('buckets.page').at(-1);
  if (call === undefined) throw new Error('no call');
  return call;
}

async function reply(host: Host, count: number, names: readonly string[], continuationToken?: string) {
  const { id } = await pageCall(host, count);
  const buckets = names.map((name) => ({ name, region: 'eu-west-1', createdAt: 1_554_121_805_000 }));
  const next = continuationToken === undefined ? {} : { continuationToken };
  act(() => host.reply(id, { buckets, partition: 'aws', ...next }));
}

const rows = () =>
  screen
    .queryAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent);
const footer = (text: string) => screen.findByText(text);

describe('BucketView', () => {
  it('shows rows as pages arrive, asks for the next by itself, and counts', async () => {
    const { host } = open();
    await footer('Loading buckets…');
    expect(screen.queryByText('No buckets')).toBeNull();
    await reply(host, 1, ['beta', 'alpha'], 'two');
    await footer('2 buckets so far, loading…');
    expect(rows()).toEqual(['alpha', 'beta']);
    expect((await pageCall(host, 2)).params).toMatchObject({ continuationToken: 'two' });
    await reply(host, 2, ['gamma']);
    await footer('3 buckets');
    expect(rows()).toEqual(['alpha', 'beta', 'gamma']);
  });

  it('says that there are none only once it is known', async () => {
    const { host } = open();
    await reply(host, 1, [], 'more');
    await pageCall(host, 2);
    expect(screen.queryByText('No buckets')).toBeNull();
    await reply(host, 2, []);
    expect(await screen.findByText('No buckets')).toBeTruthy();
  });

  it('stops, keeps what is there, and goes on where it stopped', async () => {
    const { host } = open();
    await reply(host, 1, ['alpha'], 'two');
    const { id } = await pageCall(host, 2);
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(host.sent).toContainEqual({ type: 'cancel', id }));
    await footer('1 bucket so far, stopped');
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Load the rest' }));
    expect((await pageCall(host, 3)).params).toMatchObject({ continuationToken: 'two' });
    await reply(host, 3, ['beta']);
    await footer('2 buckets');
  });

  it('keeps the rows when a later page fails, and goes on after that', async () => {
    const { host } = open();
    await reply(host, 1, ['alpha'], 'two');
    const { id } = await pageCall(host, 2);
    act(() => host.fail(id, appError('s3.throttled', {})));
    await screen.findByRole('alert');
    expect(rows()).toEqual(['alpha']);
    expect(host.calls('buckets.page')).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await reply(host, 3, ['beta']);
    await footer('2 buckets');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the rows while it refreshes', async () => {
    const { host } = open();
    await reply(host, 1, ['alpha']);
    await footer('1 bucket');
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await footer('1 bucket, refreshing…');
    expect(rows()).toEqual(['alpha']);
    await reply(host, 2, ['alpha', 'new']);
    await footer('2 buckets');
  });

  it('filters as one types, marks the match, and sorts by a heading', async () => {
    const { host } = open();
    await reply(host, 1, ['logs', 'media-tokyo', 'tokyo-raw']);
    await footer('3 buckets');
    fireEvent.change(screen.getByRole('searchbox', { name: 'Filter buckets' }), {
      target: { value: 'TOKYO' },
    });
    await footer('2 of 3 buckets');
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'tokyo',
      'tokyo',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(rows()).toEqual(['tokyo-raw', 'media-tokyo']);
  });

  it('opens a bucket by name where listing is denied, and says what is wrong with a name', async () => {
    const actions = {
      open: vi.fn<BucketActions['open']>(),
      remember: vi.fn<BucketActions['remember']>(),
    };
    const { host } = open(undefined, actions);
    const { id } = await pageCall(host, 1);
    act(() => host.fail(id, appError('s3.access-denied', { action: 's3:ListAllMyBuckets', resource: '*' })));
    expect((await screen.findByRole('alert')).textContent).toContain('s3:ListAllMyBuckets');
    const field = screen.getByRole('textbox', { name: /Bucket/ });
    const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Open' });
    fireEvent.change(field, { target: { value: 'in' } });
    expect(field.getAttribute('aria-invalid')).toBeNull();
    fireEvent.change(field, { target: { value: 'not a bucket' } });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(button().disabled).toBe(true);

    fireEvent.change(field, { target: { value: 's3://missing-one/2026/' } });
    fireEvent.submit(field);
    await waitFor(() => expect(host.calls('bucket.open')).toHaveLength(1));
    expect(host.calls('bucket.open')[0]?.params).toMatchObject({ bucket: 'missing-one' });
    const first = host.calls('bucket.open')[0]?.id ?? '';
    act(() => host.fail(first, appError('s3.no-such-bucket', { bucket: 'missing-one' })));
    expect(await screen.findByText(/There is no bucket “missing-one”/)).toBeTruthy();

    fireEvent.change(field, { target: { value: 's3://media-tokyo/2026/' } });
    fireEvent.submit(field);
    await waitFor(() => expect(host.calls('bucket.open')).toHaveLength(2));
    act(() =>
      host.reply(host.calls('bucket.open')[1]?.id ?? '', { name: 'media-tokyo', region: 'ap-northeast-1' }),
    );
    await waitFor(() => expect(actions.open).toHaveBeenCalledOnce());
    expect(actions.open).toHaveBeenCalledWith({ bucket: 'media-tokyo', key: '2026/' }, 'here');
    expect(actions.remember).toHaveBeenCalledWith({ name: 'media-tokyo', region: 'ap-northeast-1' });
  });

  it('shows the buckets that its role opened by name, which can be put away', async () => {
    const forget = vi.fn<BucketActions['forget']>();
    const { host } = open(undefined, { forget });
    await reply(host, 1, ['alpha']);
    await footer('1 bucket');
    const mine = { kind: 'profile', profile: 'prod-ro' } as const;
    const other = { kind: 'profile', profile: 'dev' } as const;
    act(() =>
      host.event('places', {
        bookmarks: [],
        recents: [],
        buckets: [
          { target: mine, bucket: 'alpha' },
          { target: mine, bucket: 'shared', region: 'us-east-1' },
          { target: other, bucket: 'theirs' },
        ],
      }),
    );
    expect(rows()).toEqual(['alpha', 'sharedopened by name']);
    fireEvent.contextMenu(screen.getByRole('row', { name: /shared/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Remove from the list' }));
    expect(forget).toHaveBeenCalledWith('shared');
  });

  it('opens a bucket by its name, by Enter, and in a new tab', async () => {
    const openBucket = vi.fn<BucketActions['open']>();
    const { host } = open(undefined, { open: openBucket });
    await reply(host, 1, ['alpha', 'beta']);
    const beta = { bucket: 'beta', key: '' };
    fireEvent.click(await screen.findByRole('button', { name: 'beta' }));
    expect(openBucket).toHaveBeenLastCalledWith(beta, 'here');
    fireEvent.click(screen.getByRole('button', { name: 'beta' }), { ctrlKey: true });
    expect(openBucket).toHaveBeenLastCalledWith(beta, 'new-tab');
    const row = screen.getByRole('row', { name: /alpha/ });
    row.focus();
    fireEvent.keyDown(row, { key: 'Enter' });
    expect(openBucket).toHaveBeenLastCalledWith({ bucket: 'alpha', key: '' }, 'here');
    expect(openBucket).toHaveBeenCalledTimes(3);
  });

  it('opens a folder of a bucket that as a whole is closed, and remembers nothing of it', async () => {
    const openBucket = vi.fn<BucketActions['open']>();
    const remember = vi.fn<BucketActions['remember']>();
    const { host } = open(undefined, { open: openBucket, remember });
    await reply(host, 1, ['alpha']);
    fireEvent.click(await screen.findByRole('button', { name: 'Open by name' }));
    const field = await screen.findByRole('textbox', { name: /^Bucket name/ });
    fireEvent.change(field, { target: { value: 's3://theirs/mine/' } });
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(host.calls('bucket.open')).toHaveLength(1));
    const denied = appError('s3.access-denied', { action: 's3:ListBucket', resource: 'arn:aws:s3:::theirs' });
    act(() => host.fail(host.calls('bucket.open')[0]?.id ?? '', denied));
    await waitFor(() => expect(openBucket).toHaveBeenCalledWith({ bucket: 'theirs', key: 'mine/' }, 'here'));
    expect(remember).not.toHaveBeenCalled();
  });

  it('copies exactly what is shown as the text of aws s3 ls', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
    const { host } = open();
    await reply(host, 1, ['alpha', 'beta', 'alps']);
    await footer('3 buckets');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'al' } });
    fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /aws s3 ls/ }));
    await waitFor(() => expect(written).toHaveLength(1));
    expect(written[0]).toMatch(/^2019-04-01 \d\d:\d\d:05 alps\n2019-04-01 \d\d:\d\d:05 alpha\n$/);
    vi.unstubAllGlobals();
  });

  it('stops asking when one leaves', async () => {
    const { host, unmount } = open();
    const { id } = await pageCall(host, 1);
    unmount();
    await waitFor(() => expect(host.sent).toContainEqual({ type: 'cancel', id }));
  });

  it('leads to a sign-in where the session has ended', async () => {
    const onSignIn = vi.fn<() => void>();
    const { host } = open(onSignIn);
    const { id } = await pageCall(host, 1);
    act(() => host.fail(id, appError('session.rejected', { session: 'acme' })));
    fireEvent.click(await screen.findByRole('button', { name: 'Sign in again' }));
    expect(onSignIn).toHaveBeenCalledOnce();
  });
});
