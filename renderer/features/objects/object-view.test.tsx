import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { PageMessage } from '../../../shared/wire.ts';
import { BridgeContext } from '../../bridge/bridge-context.tsx';
import { BridgeClient } from '../../bridge/client.ts';
import { ipcTransport } from '../../bridge/ipc-transport.ts';
import { createQueryClient } from '../../bridge/query-client.ts';
import { fakeListingBridge } from '../../dev/fake-listing-bridge.ts';
import type { FakeListingSource, FakeRow } from '../../dev/fake-listing.ts';
import { giveHeight } from '../../testing/render.tsx';
import { ToastRegion } from '../../ui/toast.tsx';
import { ObjectView } from './object-view.tsx';
import type { ObjectActions, ObjectViewProps } from './object-view-types.ts';

let undo = () => {};
beforeEach(() => {
  undo = giveHeight(308);
});
afterEach(() => {
  cleanup();
  undo();
});

const at = { target: { kind: 'profile', profile: 'prod-ro' }, bucket: 'media' } as const;

function row(index: number): FakeRow {
  if (index < 2) return { kind: 'folder', name: `folder-${index}/` };
  const name = `${index === 57 ? 'zebra' : 'key'}-${String(index).padStart(4, '0')}`;
  return {
    kind: 'object',
    name,
    size: (index * 7919) % 5000,
    modified: 1e12 + index,
    storageClass: 'STANDARD',
  };
}

function open(source: Partial<FakeListingSource> = {}, props: Partial<ObjectViewProps> = {}) {
  const sent: Extract<PageMessage, { type: 'call' }>[] = [];
  const base = { send: () => {}, listen: () => () => {} };
  const bridge = fakeListingBridge(base, () => ({ count: 1000, row, ...source }));
  const client = new BridgeClient(
    ipcTransport({
      ...bridge,
      send(message) {
        if (message.type === 'call') sent.push(message);
        bridge.send(message);
      },
    }),
  );
  client.start();
  const told = {
    onMemory: vi.fn<ObjectViewProps['onMemory']>(),
    onOpenFolder: vi.fn<ObjectViewProps['onOpenFolder']>(),
    onSearch: vi.fn<ObjectViewProps['onSearch']>(),
    onFocusRow: vi.fn<ObjectViewProps['onFocusRow']>(),
    onOpenObject: vi.fn<ObjectViewProps['onOpenObject']>(),
    onSignIn: vi.fn<ObjectViewProps['onSignIn']>(),
  };
  const view = (more: Partial<ObjectViewProps> = {}) => (
    <QueryClientProvider client={createQueryClient()}>
      <BridgeContext value={client}>
        <ObjectView
          at={at}
          prefix="p/"
          active
          memory={undefined}
          actions={{}}
          {...told}
          {...props}
          {...more}
        />
        <ToastRegion />
      </BridgeContext>
    </QueryClientProvider>
  );
  const { rerender, unmount } = render(view());
  const calls = (name: string) => sent.filter((call) => call.name === name);
  return { ...told, calls, unmount, show: (more: Partial<ObjectViewProps>) => rerender(view(more)) };
}

// Queries by role take long in a table; what they find is told by the attributes themselves.
const grid = () => {
  const element = document.querySelector<HTMLElement>('[role=grid]');
  if (element === null) throw new Error('no grid');
  return element;
};
const allRows = (which = '') => [...document.querySelectorAll<HTMLElement>(`[role=row][data-index]${which}`)];
const nameOf = (row: Element | undefined | null) => row?.querySelector('[role=gridcell]')?.textContent;
const gridRow = (name: string) =>
  waitFor(() => {
    const found = allRows().find((row) => nameOf(row)?.includes(name));
    if (found === undefined) throw new Error(`no row ${name}`);
    return found;
  });
const press = (key: string, more: object = {}) => fireEvent.keyDown(grid(), { key, ...more });
const currentName = () => nameOf(document.getElementById(grid().getAttribute('aria-activedescendant') ?? ''));
const selectedNames = () => allRows('[aria-selected=true]').map(nameOf);

// Rows are many, and machines may be busy.
describe('ObjectView', { timeout: 30_000 }, () => {
  it('shows what is there, and says how much that is', async () => {
    open();
    const first = await gridRow('folder-0/');
    expect(first.getAttribute('aria-rowindex')).toBe('2');
    expect(grid().getAttribute('aria-rowcount')).toBe('1001');
    expect(screen.getByText(/^998 objects · 2 folders · /)).toBeTruthy();
    expect(screen.getByText('aws s3 ls s3://media/p/ --profile prod-ro')).toBeTruthy();
  });

  it('goes to the end that it tells of, though none of the rows there has been read yet', async () => {
    const state: { rows?: number } = {};
    open({ arrived: 400, state });
    await gridRow('folder-0/');
    grid().focus();
    // The next news, which a selection brings, tells of more rows than can be read.
    state.rows = 1000;
    press('ArrowDown');
    await screen.findByText(/^998 objects so far · 2 folders/);
    press('End');
    const current = document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
    expect(current?.getAttribute('aria-rowindex')).toBe('1001');
  });

  it('is operated by the keyboard: moves, selects, extends, goes to the end and back', async () => {
    const { onFocusRow, onOpenFolder, onOpenObject } = open();
    await gridRow('folder-0/');
    grid().focus();
    press('ArrowDown');
    expect(currentName()).toBe('folder-0/');
    press('ArrowDown');
    press('ArrowDown');
    expect(currentName()).toBe('key-0002');
    expect(selectedNames()).toEqual(['key-0002']);
    press('ArrowDown', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    expect(selectedNames()).toEqual(['key-0002', 'key-0003', 'key-0004']);
    press('ArrowDown', { ctrlKey: true });
    press('ArrowDown', { ctrlKey: true });
    press(' ');
    expect(currentName()).toBe('key-0006');
    expect(selectedNames()).toEqual(['key-0002', 'key-0003', 'key-0004', 'key-0006']);
    await screen.findByText(/^4 selected · /);
    press('End');
    await waitFor(() => expect(currentName()).toBe('key-0999'));
    press('Home');
    expect(currentName()).toBe('folder-0/');
    await waitFor(() => expect(onFocusRow).toHaveBeenLastCalledWith({ key: 'p/folder-0/', kind: 'folder' }));
    press('Enter');
    expect(onOpenFolder).toHaveBeenLastCalledWith('p/folder-0/', 'here');
    press('Enter', { ctrlKey: true });
    expect(onOpenFolder).toHaveBeenLastCalledWith('p/folder-0/', 'new-tab');
    press('Backspace');
    expect(onOpenFolder).toHaveBeenLastCalledWith('', 'here');
    press('PageDown');
    press('Enter');
    expect(onOpenObject).toHaveBeenLastCalledWith('p/key-0009');
  });

  it('selects all, which it knows to be more than it shows, and lets go of them', async () => {
    open();
    await gridRow('folder-0/');
    grid().focus();
    press('a', { ctrlKey: true });
    await screen.findByText(/^1,000 selected · /);
    press('ArrowDown');
    await screen.findByText('1 selected');
  });

  it('goes to the name that is typed, wherever it is', async () => {
    const { calls } = open();
    await gridRow('folder-0/');
    grid().focus();
    press('z');
    press('e');
    await waitFor(() => expect(currentName()).toBe('zebra-0057'));
    expect(calls('listing.find').map(({ params }) => (params as { text: string }).text)).toEqual(['z', 'ze']);
  });

  it('selects with the mouse: one, one more, up to here', async () => {
    const { onOpenFolder } = open();
    fireEvent.click(await gridRow('key-0003'));
    fireEvent.click(await gridRow('key-0005'), { ctrlKey: true });
    expect(selectedNames()).toEqual(['key-0003', 'key-0005']);
    fireEvent.click(await gridRow('key-0007'), { shiftKey: true });
    expect(selectedNames()).toEqual(['key-0005', 'key-0006', 'key-0007']);
    fireEvent.doubleClick(await gridRow('folder-1/'));
    expect(onOpenFolder).toHaveBeenLastCalledWith('p/folder-1/', 'here');
  });

  it('offers in its menu what is given, for the row or for all that are selected', async () => {
    const remove = vi.fn<NonNullable<ObjectActions['remove']>>();
    const measure = vi.fn<NonNullable<ObjectActions['measure']>>();
    open({}, { actions: { remove, measure } });
    fireEvent.contextMenu(await gridRow('folder-0/'), { clientX: 10, clientY: 10 });
    const items = (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
    expect(items.slice(0, 3)).toEqual(['Open', 'Open in a new tab', 'Calculate total size']);
    expect(items).not.toContain('Versions');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Calculate total size' }));
    expect(measure).toHaveBeenCalledWith('p/folder-0/');
    grid().focus();
    press('ArrowDown', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    press('Delete');
    await waitFor(() => expect(remove).toHaveBeenCalled());
    expect(remove.mock.calls[0]?.[1]).toMatchObject({ rows: 3, folders: 2 });
  });

  it('sorts and filters where the rows are kept, and says what the filter left', async () => {
    const { calls } = open();
    await gridRow('folder-0/');
    fireEvent.click(screen.getByRole('button', { name: 'Size' }));
    await waitFor(() => expect(document.querySelector('[aria-sort=ascending]')?.textContent).toBe('Size'));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'zeb' } });
    await screen.findByText(/^1 of 1,000 rows shown · /);
    expect(screen.getAllByText('zeb', { selector: 'mark' })).toHaveLength(1);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nothing' } });
    expect(await screen.findByText('No name among the 1,000 rows matches “nothing”.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Clear the filter' }));
    await gridRow('key-');
    expect(calls('listing.hasten')).toHaveLength(0);
  });

  it('hastens what is typed while rows arrive, and says what it covers', async () => {
    const { calls } = open({ arrived: 400 });
    await gridRow('folder-0/');
    expect(grid().getAttribute('aria-busy')).toBe('true');
    expect(screen.getByRole('button', { name: 'Name' }).title).toBe(
      'Sorts the 400 rows that have arrived so far',
    );
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'no*' } });
    await screen.findByText('No name among the 400 rows that have arrived so far matches “no*”.');
    expect(calls('listing.hasten').map(({ params }) => (params as { text: string }).text)).toEqual(['no']);
  });

  it('says that it is empty only once that is known', async () => {
    const { unmount } = open({ count: 0, state: { phase: 'running' } });
    await screen.findByText(/^Listing…/);
    expect(screen.queryByText('Nothing here')).toBeNull();
    unmount();
    open({ count: 0 }, { prefix: 'other/' });
    expect(await screen.findByText('Nothing here')).toBeTruthy();
  });

  it('keeps the rows of a listing that failed, and goes on when asked to', async () => {
    const error = appError('network.unreachable', { host: 'media.s3.eu-west-1.amazonaws.com' });
    const { calls } = open({ arrived: 400, state: { phase: 'failed', error } });
    await gridRow('folder-0/');
    fireEvent.click(within(await screen.findByRole('alert')).getByRole('button', { name: 'Try again' }));
    expect(calls('listing.resume')).toHaveLength(1);
  });

  it('comes back to a folder as it was left, without listing it again', async () => {
    const memory = { sort: { column: 'name', direction: 'ascending' }, filter: '', scroll: 500 } as const;
    const { calls, show, onMemory } = open();
    await gridRow('folder-0/');
    show({ prefix: 'elsewhere/' });
    await waitFor(() => expect(calls('listing.keep')).toHaveLength(2));
    expect(onMemory).toHaveBeenCalled();
    show({ memory: { ...memory, focusKey: 'p/key-0505' } });
    await waitFor(() => expect(currentName()).toBe('key-0505'));
    await gridRow('key-0500');
    expect(calls('listing.keep')).toHaveLength(2);
  });

  it('searches below the folder for what is filled in', async () => {
    const { onSearch } = open();
    await gridRow('folder-0/');
    fireEvent.keyDown(window, { key: 'F', ctrlKey: true, shiftKey: true });
    fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: '*.csv' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'Size from' }), { target: { value: 'big' } });
    expect(screen.getByText('A number, with B, KB, MB, GB or TB after it.')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: 'Size from' }), { target: { value: '10 MB' } });
    fireEvent.click(screen.getByRole('button', { name: 'Search' }));
    expect(onSearch).toHaveBeenCalledWith({ name: '*.csv', minSize: 10 * 2 ** 20 });
  });

  it('shows what was searched for as criteria that can be taken away', async () => {
    const found = { kind: 'object', name: 'a/b/c.csv', size: 20_000_000, modified: 1e12 } as const;
    const { onSearch, onOpenFolder } = open(
      { count: 1, row: () => found },
      { search: { name: '*.csv', minSize: 10 * 2 ** 20 } },
    );
    fireEvent.contextMenu(await gridRow('a/b/c.csv'), { clientX: 10, clientY: 10 });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Open the folder it is in' }));
    expect(onOpenFolder).toHaveBeenCalledWith('p/a/b/', 'here');
    fireEvent.click(screen.getByRole('button', { name: 'Remove: Name: *.csv' }));
    expect(onSearch).toHaveBeenCalledWith({ name: undefined, minSize: 10 * 2 ** 20 });
  });

  it('asks for nothing while its tab isn’t shown', async () => {
    const { calls } = open({ arrived: 400, pace: 8 }, { active: false });
    await screen.findByText(/objects so far/);
    const first = calls('listing.rows').length;
    await screen.findByText(/^[5-9]\d\d objects so far|^4[2-9]\d objects so far/);
    expect(calls('listing.rows')).toHaveLength(first);
  });
});
