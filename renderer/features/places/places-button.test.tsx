import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Places } from '../../../shared/places.ts';
import { renderWithHost } from '../../testing/render.tsx';
import { PlacesButton, type PlacesButtonProps } from './places-button.tsx';

afterEach(cleanup);

const target = { kind: 'profile', profile: 'prod-ro' } as const;
const bookmark = { target, bucket: 'invoices', prefix: '2026/11/', label: '' };
const PLACES: Places = {
  bookmarks: [bookmark],
  recents: [{ target, bucket: 'media', prefix: '', visitedAt: 1 }],
  buckets: [],
};

async function open() {
  const onGo = vi.fn<PlacesButtonProps['onGo']>();
  const { host } = renderWithHost(
    <PlacesButton nameTarget={(one) => (one.kind === 'profile' ? one.profile : '')} onGo={onGo} />,
  );
  act(() => host.event('places', PLACES));
  fireEvent.click(screen.getByRole('button', { name: 'Bookmarks and recent places' }));
  await screen.findByRole('dialog');
  return { host, onGo, last: () => host.calls('places.update').at(-1)?.params };
}

describe('PlacesButton', () => {
  it('goes to a place, in a new tab where that is asked for, and closes', async () => {
    const { onGo } = await open();
    const place = screen.getByRole('button', { name: /^media/ });
    expect(place.textContent).toContain('s3://media/ · prod-ro');
    fireEvent.click(place, { ctrlKey: true });
    expect(onGo).toHaveBeenCalledWith(PLACES.recents[0], 'new-tab');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('renames a bookmark, and gives up with Escape', async () => {
    const { last } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Rename 11' }));
    const field = screen.getByRole('textbox', { name: 'Name of the bookmark' });
    fireEvent.change(field, { target: { value: ' November ' } });
    fireEvent.submit(field);
    expect(last()).toEqual({ kind: 'bookmark', bookmark: { ...bookmark, label: 'November' } });

    fireEvent.click(screen.getByRole('button', { name: 'Rename 11' }));
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'no' } });
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(last()).toMatchObject({ bookmark: { label: 'November' } });
  });

  it('removes a bookmark, and clears the recent places', async () => {
    const { last } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Remove 11' }));
    const { label: _label, ...place } = bookmark;
    expect(last()).toEqual({ kind: 'remove-bookmark', place });
    fireEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', { name: 'Clear the recent places' }),
    );
    expect(last()).toEqual({ kind: 'clear-recents' });
  });
});
