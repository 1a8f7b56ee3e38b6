import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../shared/app-error.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import { NO_PLACES } from '../../shared/places.ts';
import { acme, OTHERS, overview, signedIn } from '../dev/sample-data.ts';
import { giveHeight, renderWithHost } from '../testing/render.tsx';
import { App } from './app.tsx';

// The whole window is drawn, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 30_000 });

let undo = () => {};
beforeAll(() => {
  Element.prototype.scrollIntoView ??= () => {};
});
beforeEach(() => {
  undo = giveHeight(600);
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  undo();
});

const prod: RoleTarget = { kind: 'profile', profile: 'prod-ro' };
type Host = ReturnType<typeof renderWithHost>['host'];

/** The app as it starts with one session signed in, and the buckets of the profile shown last. */
async function start(kind: 'desktop' | 'browser' = 'desktop') {
  const { host } = renderWithHost(<App />);
  act(() => {
    host.event('overview', overview({ sessions: [acme(signedIn(3_600_000))], otherProfiles: OTHERS }));
    host.event('sign-ins', {});
    host.event('places', NO_PLACES);
    host.event('settings', { language: 'en', lastTarget: prod });
    host.event('listings', {});
    host.event('deep-link', null);
  });
  await answer(host, 'app.info', { version: '1', host: kind, platform: 'linux', demo: false });
  await answer(host, 'buckets.page', {
    buckets: ['invoices', 'logs'].map((name) => ({ name, region: 'eu-west-1' })),
    partition: 'aws',
  });
  await screen.findByRole('button', { name: 'invoices' });
  return host;
}

async function answer(host: Host, name: Parameters<Host['calls']>[0], value: unknown) {
  await waitFor(() => expect(host.calls(name).length).toBeGreaterThan(0));
  const id = host.calls(name).at(-1)?.id ?? '';
  await act(async () => host.reply(id, value));
}

const tabs = () => screen.getAllByRole('tab').map((tab) => tab.textContent);
const shownTab = () => screen.getByRole('tab', { selected: true }).textContent;
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const path = () =>
  [...screen.getByRole('navigation', { name: 'Path' }).querySelectorAll('button')].map(
    (step) => step.textContent,
  );
const chooseProfile = (name: string) => fireEvent.click(within(screen.getByRole('tree')).getByText(name));
const openBucket = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the window', () => {
  it('opens a bucket in the same tab, and goes back to the list as it was left', async () => {
    const host = await start();
    expect(tabs()).toEqual(['prod-ro']);
    fireEvent.change(screen.getByRole('searchbox', { name: 'Filter buckets' }), { target: { value: 'inv' } });
    fireEvent.doubleClick(screen.getAllByRole('row')[1] ?? document.body);
    expect(tabs()).toEqual(['invoices']);
    expect(path()).toEqual(['prod-ro', 'invoices']);
    await waitFor(() =>
      expect(host.calls('listing.keep').at(-1)?.params).toMatchObject({
        spec: { at: { target: prod, bucket: 'invoices' }, prefix: '', kind: 'folder' },
      }),
    );
    expect(host.calls('places.update').at(-1)?.params).toEqual({
      kind: 'visit',
      place: { target: prod, bucket: 'invoices', prefix: '' },
    });

    press('ArrowLeft', { altKey: true });
    expect(path()).toEqual(['prod-ro']);
    expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter buckets' }).value).toBe('inv');
    press('ArrowRight', { altKey: true });
    expect(path()).toEqual(['prod-ro', 'invoices']);
    press('Backspace');
    expect(path()).toEqual(['prod-ro']);
    fireEvent.mouseUp(document.body, { button: 3 });
    expect(path()).toEqual(['prod-ro', 'invoices']);
  });

  it('keeps tabs beside one another, each with its own way back', async () => {
    await start();
    fireEvent.click(screen.getByRole('button', { name: 'logs' }), { ctrlKey: true });
    expect(tabs()).toEqual(['prod-ro', 'logs']);
    expect(shownTab()).toBe('logs');
    press('Tab', { ctrlKey: true });
    expect(shownTab()).toBe('prod-ro');
    openBucket('invoices');
    press('PageDown', { ctrlKey: true });
    expect(path()).toEqual(['prod-ro', 'logs']);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Back' }).disabled).toBe(true);
    press('t', { ctrlKey: true });
    expect(tabs()).toEqual(['invoices', 'logs', 'New tab']);
    press('w', { ctrlKey: true });
    press('w', { ctrlKey: true });
    expect(tabs()).toEqual(['invoices']);
    press('T', { ctrlKey: true, shiftKey: true });
    expect(shownTab()).toBe('logs');
  });

  it('leaves Ctrl+T and Ctrl+W to a browser, and takes Alt there', async () => {
    await start('browser');
    press('t', { ctrlKey: true });
    expect(tabs()).toHaveLength(1);
    press('t', { altKey: true, code: 'KeyT' });
    expect(tabs()).toHaveLength(2);
    press('w', { altKey: true, code: 'KeyW' });
    expect(tabs()).toHaveLength(1);
  });

  it('shows a profile of the sidebar in the present tab, and marks it', async () => {
    await start();
    openBucket('invoices');
    expect(screen.getByRole('treeitem', { name: /^prod-ro/ }).getAttribute('aria-selected')).toBe('true');
    chooseProfile('dev');
    expect(tabs()).toEqual(['dev']);
    press('ArrowLeft', { altKey: true });
    expect(path()).toEqual(['prod-ro', 'invoices']);
  });

  it('says in the tab and the bar that it is production', async () => {
    await start();
    const bar = screen.getByRole('banner', { name: 'Location' });
    expect(within(bar).getByRole('img', { name: 'production' })).toBeTruthy();
    expect(within(screen.getByRole('tab')).getByRole('img', { name: 'production' })).toBeTruthy();
    chooseProfile('dev');
    expect(screen.queryByRole('img', { name: 'production' })).toBeNull();
  });

  it('bookmarks what is shown, and takes it back', async () => {
    const host = await start();
    openBucket('invoices');
    press('d', { ctrlKey: true });
    const place = { target: prod, bucket: 'invoices', prefix: '' };
    const bookmark = { ...place, label: '' };
    expect(host.calls('places.update').at(-1)?.params).toEqual({ kind: 'bookmark', bookmark });
    act(() => host.event('places', { ...NO_PLACES, bookmarks: [bookmark] }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove bookmark' }));
    expect(host.calls('places.update').at(-1)?.params).toEqual({ kind: 'remove-bookmark', place });
  });

  it('asks S3 whether a key without a slash is a folder', async () => {
    const host = await start();
    press('l', { ctrlKey: true });
    const field = screen.getByRole('combobox');
    fireEvent.change(field, { target: { value: 's3://invoices/2026' } });
    press('Enter');
    await answer(host, 'location.complete', { keys: ['2026-old/', '2026/'] });
    await waitFor(() => expect(host.calls('location.complete')).toHaveLength(2));
    expect(host.calls('location.complete').at(-1)?.params).toMatchObject({ text: '2026/' });
    await answer(host, 'location.complete', { keys: ['2026/11/'] });
    await waitFor(() => expect(path()).toEqual(['prod-ro', 'invoices', '2026']));
  });

  it('follows a link in a new tab once, and says why one leads nowhere', async () => {
    const host = await start();
    const place = { target: prod, bucket: 'media', prefix: 'a/' };
    act(() => host.event('deep-link', { number: 1, outcome: { kind: 'place', place } }));
    await waitFor(() => expect(tabs()).toEqual(['prod-ro', 'a']));
    expect(path()).toEqual(['prod-ro', 'media', 'a']);
    act(() => host.event('deep-link', { number: 1, outcome: { kind: 'place', place } }));
    const error = appError('link.no-such-role', { accountId: '999900001111', roleName: 'Admin' });
    act(() => host.event('deep-link', { number: 2, outcome: { kind: 'failed', error } }));
    expect(await screen.findAllByText(/999900001111/)).not.toEqual([]);
    expect(tabs()).toHaveLength(2);
  });

  it('finds profiles, tabs and actions in the palette', async () => {
    await start();
    press('k', { ctrlKey: true });
    const field = await screen.findByRole('combobox');
    fireEvent.change(field, { target: { value: 'dev' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(tabs()).toEqual(['dev']));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
