import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { renderWithHost } from '../../testing/render.tsx';
import { crumbsOf } from './crumbs.ts';
import { LocationBar, type LocationBarProps } from './location-bar.tsx';

beforeAll(() => {
  Element.prototype.scrollIntoView ??= () => {};
});
afterEach(cleanup);

const prod: RoleTarget = { kind: 'profile', profile: 'prod-ro' };
const lab: RoleTarget = { kind: 'profile', profile: 'lab' };

const followLink: LocationBarProps['followLink'] = (text) => {
  if (!text.startsWith('bucket-porter:')) return undefined;
  if (text.includes('nobody')) return { kind: 'failed', error: appError('link.not-understood', {}) };
  return { kind: 'place', place: { target: lab, bucket: 'media', prefix: 'a/' }, key: 'a/b.txt' };
};

function open(change: Partial<LocationBarProps> = {}) {
  const onGo = vi.fn<LocationBarProps['onGo']>();
  const onCrumb = vi.fn<LocationBarProps['onCrumb']>();
  const bar = (more: Partial<LocationBarProps>) => (
    <LocationBar
      shown="1"
      crumbs={[{ text: 'prod-ro', prefix: undefined }, ...crumbsOf('invoices', '2026/11/')]}
      title=""
      initial="s3://invoices/2026/11/"
      target={prod}
      buckets={() => ['invoices', 'logs', 'logs-eu']}
      places={[{ kind: 'recent', place: { target: lab, bucket: 'media', prefix: 'a/' }, label: '' }]}
      nameTarget={(target) => (target.kind === 'profile' ? target.profile : '')}
      onGo={onGo}
      followLink={followLink}
      onCrumb={onCrumb}
      onBack={undefined}
      onForward={undefined}
      onUp={() => {}}
      editRequests={0}
      {...change}
      {...more}
    >
      {null}
    </LocationBar>
  );
  const view = renderWithHost(bar({}));
  return { ...view, onGo, onCrumb, show: (more: Partial<LocationBarProps>) => view.show(bar(more)) };
}

const field = () => screen.getByRole<HTMLInputElement>('combobox');
const edit = () => fireEvent.click(screen.getByRole('button', { name: 'Edit location' }));
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const options = () => screen.queryAllByRole('option').map((option) => option.title);

describe('LocationBar', () => {
  it('shows the path, whose steps lead there', () => {
    const { onCrumb } = open();
    const steps = screen.getByRole('navigation', { name: 'Path' }).querySelectorAll('button');
    expect([...steps].map((step) => step.textContent)).toEqual(['prod-ro', 'invoices', '2026', '11']);
    expect(steps[3]?.getAttribute('aria-current')).toBe('page');
    fireEvent.click(screen.getByRole('button', { name: '2026' }));
    expect(onCrumb).toHaveBeenLastCalledWith('2026/', 'here');
    fireEvent.click(screen.getByRole('button', { name: 'invoices' }), { ctrlKey: true });
    expect(onCrumb).toHaveBeenLastCalledWith('', 'new-tab');
  });

  it('turns into a field with the whole address selected, and back with Escape', () => {
    open();
    fireEvent.click(screen.getByRole('button', { name: '11' }));
    expect(field().value).toBe('s3://invoices/2026/11/');
    expect([field().selectionStart, field().selectionEnd]).toEqual([0, field().value.length]);
    expect(document.activeElement).toBe(field());
    press('Escape');
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.getByRole('button', { name: '2026' })).toBeTruthy();
  });

  it('can be asked for from elsewhere, and goes away when something else is shown', () => {
    const { show } = open();
    show({ editRequests: 1 });
    expect(field()).toBeTruthy();
    show({ editRequests: 1, shown: '2' });
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('goes to whatever address of a place in S3 is typed', () => {
    const { onGo } = open();
    edit();
    type('https://media.s3.eu-west-1.amazonaws.com/a%20b/');
    press('Enter');
    expect(onGo).toHaveBeenCalledWith({ bucket: 'media', key: 'a b/', region: 'eu-west-1' }, undefined);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('follows a link into the app, through the eyes that it names', () => {
    const { onGo } = open();
    edit();
    type('bucket-porter://nobody');
    press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('The link could not be followed.');
    type('bucket-porter://open');
    press('Enter');
    expect(onGo).toHaveBeenCalledExactlyOnceWith({ bucket: 'media', key: 'a/b.txt' }, lab);
  });

  it('says what is accepted where it doesn’t understand, and forgets it when one types on', () => {
    const { onGo } = open();
    edit();
    type('https://example.com/');
    press('Enter');
    expect(onGo).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('s3://bucket/folder/');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    type('s3://media/');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('offers where one has been, through whose eyes, before anything is typed', () => {
    const { onGo } = open();
    edit();
    expect(screen.getByRole('option').textContent).toContain('lab');
    press('ArrowDown');
    expect(field().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id);
    press('Enter');
    expect(onGo).toHaveBeenCalledWith({ bucket: 'media', key: 'a/' }, lab);
  });

  it('completes buckets that are known', () => {
    open();
    edit();
    type('logs');
    expect(options()).toEqual(['s3://logs/', 's3://logs-eu/']);
    press('ArrowDown');
    press('ArrowDown');
    press('Tab');
    expect(field().value).toBe('s3://logs-eu/');
  });

  it('completes keys once typing pauses, and drops answers that come too late', async () => {
    const { host, onGo } = open();
    edit();
    type('s3://invoices/2');
    type('s3://invoices/20');
    await waitFor(() => expect(host.calls('location.complete')).toHaveLength(1));
    const first = host.calls('location.complete')[0];
    expect(first?.params).toEqual({ at: { target: prod, bucket: 'invoices' }, text: '20' });

    type('s3://invoices/x');
    await waitFor(() => expect(host.sent).toContainEqual({ type: 'cancel', id: first?.id }));
    act(() => host.reply(first?.id ?? '', { keys: ['2026/'] }));
    await waitFor(() => expect(host.calls('location.complete')).toHaveLength(2));
    expect(options()).toEqual([]);

    act(() => host.reply(host.calls('location.complete')[1]?.id ?? '', { keys: ['x y//', 'x.txt'] }));
    await waitFor(() => expect(options()).toEqual(['s3://invoices/x y//', 's3://invoices/x.txt']));
    press('Tab');
    expect(field().value).toBe('s3://invoices/x y//');
    press('Enter');
    expect(onGo).toHaveBeenCalledWith({ bucket: 'invoices', key: 'x y//' }, undefined);
  });

  it('leaves Enter to an input method that composes', () => {
    const { onGo } = open();
    edit();
    type('s3://media/資料');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(onGo).not.toHaveBeenCalled();
  });

  it('wants a role before it goes anywhere', () => {
    const { onGo } = open({ target: undefined });
    edit();
    type('s3://media/');
    press('Enter');
    expect(onGo).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('Choose a profile first');
  });
});
