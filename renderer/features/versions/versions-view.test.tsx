import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestName } from '../../../shared/contract.ts';
import type { ObjectVersion } from '../../../shared/object-details.ts';
import { giveHeight, renderWithHost } from '../../testing/render.tsx';
import { VersionsView, type VersionsViewProps } from './versions-view.tsx';

let undo = () => {};
let number = 0;
beforeEach(() => {
  undo = giveHeight(600);
  number += 1;
});
afterEach(() => {
  cleanup();
  undo();
});

function open(scope: VersionsViewProps['scope'], more: Partial<VersionsViewProps> = {}) {
  const at = { target: { kind: 'profile', profile: 'p' }, bucket: `bucket-${number}` } as const;
  const onClose = vi.fn<() => void>();
  const view = renderWithHost(
    <VersionsView at={at} scope={scope} onClose={onClose} onSignIn={() => {}} {...more} />,
  );
  return { ...view, onClose };
}
type Host = ReturnType<typeof open>['host'];

const AT = Date.UTC(2026, 10, 20, 12);
const version = (key: string, id: string, modified: number, more: Partial<ObjectVersion> = {}) => ({
  key,
  versionId: id,
  isLatest: false,
  deleteMarker: false,
  modified,
  size: 10,
  storageClass: 'STANDARD',
  ...more,
});

async function reply(host: Host, name: RequestName, count: number, value: unknown) {
  await waitFor(() => expect(host.calls(name)).toHaveLength(count));
  const call = host.calls(name)[count - 1];
  act(() => host.reply(call?.id ?? '', value));
  return call?.params;
}
const rows = () =>
  screen
    .queryAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );

describe('VersionsView of an object', () => {
  const scope = { kind: 'object', key: 'a.txt' } as const;
  const three = [
    version('a.txt', 'v3', AT, { isLatest: true }),
    version('a.txt', 'v2', AT - 1000, { deleteMarker: true }),
    version('a.txt', 'v1', AT - 2000),
  ];

  it('lists versions and markers as pages arrive, and marks the latest', async () => {
    const { host } = open(scope);
    await reply(host, 'versions.page', 1, { versions: three.slice(0, 2), folders: [], next: 'two' });
    await screen.findByText('1 version, 1 delete marker so far, loading…');
    expect(await reply(host, 'versions.page', 2, { versions: three.slice(2), folders: [] })).toMatchObject({
      next: 'two',
    });
    await screen.findByText('2 versions, 1 delete marker');
    expect(screen.getAllByText('latest')).toHaveLength(1);
    expect(rows()[1]).toContain('Delete marker');
    // A marker has no content: nothing to compare, nothing to look into.
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
  });

  it('compares two, the older first in whichever order they were picked', async () => {
    const { host } = open(scope);
    await reply(host, 'versions.page', 1, { versions: three, folders: [] });
    const [newest, oldest] = await screen.findAllByRole('checkbox');
    const compare = screen.getByRole<HTMLButtonElement>('button', { name: 'Compare' });
    fireEvent.click(newest ?? compare);
    expect(compare.disabled).toBe(true);
    fireEvent.click(oldest ?? compare);
    fireEvent.click(compare);
    const params = await reply(host, 'versions.compare', 1, {
      lines: [
        { kind: 'removed', text: 'old', before: 1 },
        { kind: 'added', text: 'new', after: 1 },
      ],
      added: 1,
      removed: 1,
      partial: true,
    });
    expect(params).toMatchObject({ key: 'a.txt', older: 'v1', newer: 'v3' });
    expect(await screen.findByText('new')).toBeTruthy();
    expect(screen.getByLabelText('1 lines added, 1 removed').textContent).toBe('+1 −1');
    expect(screen.getByText(/longer than what was compared/)).toBeTruthy();
  });

  it('looks into one version', async () => {
    const { host } = open(scope, { preview: (key, id) => <p>{`inside ${key} ${id}`}</p> });
    await reply(host, 'versions.page', 1, { versions: three, folders: [] });
    const buttons = await screen.findAllByRole('button', { name: /^Look inside/ });
    expect(buttons).toHaveLength(2);
    fireEvent.click(buttons[1] ?? document.body);
    expect(screen.getByText('inside a.txt v1')).toBeTruthy();
  });

  it('says that a bucket never kept versions only where the bucket says so', async () => {
    const { host } = open(scope);
    const only = version('a.txt', 'null', AT, { isLatest: true });
    await reply(host, 'versions.page', 1, { versions: [only], folders: [] });
    await screen.findByText('1 version, 0 delete markers');
    expect(screen.queryByText(/never kept versions/)).toBeNull();
    await reply(host, 'bucket.details', 1, { versioning: { state: 'none' } });
    expect(await screen.findByText(/never kept versions/)).toBeTruthy();
  });

  it('closes on Escape', async () => {
    const { onClose } = open(scope);
    fireEvent.keyDown(screen.getByRole('heading', { level: 2 }), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('VersionsView of a folder', () => {
  const scope = { kind: 'folder', prefix: 'x/' } as const;
  const versions = [
    version('x/a', 'a2', AT),
    version('x/a', 'a1', AT - 60_000),
    version('x/b', 'b2', AT - 10_000, { deleteMarker: true }),
    version('x/b', 'b1', AT - 30_000),
  ];
  const names = () => rows().map(([name, , , state]) => [name, state]);

  it('shows it as it was, going from change to change', async () => {
    const { host } = open(scope);
    await reply(host, 'versions.page', 1, { versions, folders: [] });
    await screen.findByText('change 4 of 4');
    expect(names()).toEqual([['a', '']]);
    fireEvent.click(screen.getByRole('button', { name: 'The change before' }));
    fireEvent.click(screen.getByRole('button', { name: 'The change before' }));
    expect(screen.getByText('change 2 of 4')).toBeTruthy();
    expect(names()).toEqual([
      ['a', 'changed since'],
      ['b', 'deleted since'],
    ]);
    fireEvent.change(screen.getByRole('slider'), { target: { value: '0' } });
    expect(names()).toEqual([['a', 'changed since']]);
    fireEvent.change(screen.getByLabelText('As it was at'), { target: { value: '2020-01-01T00:00:00' } });
    expect(await screen.findByText('Nothing at that time')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Now' }));
    expect(names()).toEqual([['a', '']]);
  });

  it('opens a folder in it', async () => {
    const onOpenFolder = vi.fn<(prefix: string) => void>();
    const { host } = open(scope, { onOpenFolder });
    await reply(host, 'versions.page', 1, { versions: [], folders: ['x/y/'] });
    fireEvent.click(await screen.findByRole('button', { name: 'Open y/' }));
    expect(onOpenFolder).toHaveBeenCalledWith('x/y/');
  });
});
