import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { Preview } from '../../../shared/preview.ts';
import { giveHeight, renderWithHost } from '../../testing/render.tsx';
import { ObjectPreview } from './object-preview.tsx';

let undo = () => {};
beforeEach(() => {
  undo = giveHeight(600);
});
afterEach(() => {
  cleanup();
  undo();
});

const AT = { target: { kind: 'profile', profile: 'prod-ro' }, bucket: 'invoices' } as const;
const WHOLE = { size: 2048, read: 2048, partial: false } as const;
const TEXT = { kind: 'text', language: 'plain', encoding: 'utf-8', ...WHOLE } as const;
const node = (key: string) => <ObjectPreview at={AT} objectKey={key} onSignIn={() => {}} />;
const open = () => renderWithHost(node('a'));
type Host = ReturnType<typeof open>['host'];

async function answer(host: Host, count: number, preview: Preview) {
  await waitFor(() => expect(host.calls('preview.open')).toHaveLength(count));
  const id = host.calls('preview.open').at(-1)?.id ?? '';
  act(() => host.reply(id, preview));
  return host.calls('preview.open').at(-1)?.params as Record<string, unknown>;
}
const note = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

describe('ObjectPreview', () => {
  it('shows text with line numbers as text, says what was read, and makes only lines in view', async () => {
    const { host } = open();
    const text = `<script>window.ran = true</script>\n${'line\n'.repeat(50_000)}`;
    await answer(host, 1, {
      ...TEXT,
      text,
      size: 1_200_000_000,
      read: 262_144,
      partial: true,
      unpacked: 'gzip',
    });
    await screen.findByText('<script>window.ran = true</script>');
    expect(document.querySelector('script')).toBeNull();
    expect('ran' in window).toBe(false);
    expect(note()).toContain('Text · UTF-8 · unpacked from gzip · first 256 KB of 1.1 GB');
    expect(screen.getByText('50,001 lines')).toBeTruthy();
    expect(screen.getAllByText('line').length).toBeLessThan(200);
  });

  it('lays JSON out, and shows it raw', async () => {
    const { host } = open();
    await answer(host, 1, { ...TEXT, language: 'json', text: '{"a":12345678901234567890}' });
    expect(await screen.findByText('"a": 12345678901234567890', { trim: true })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Raw' }));
    expect(await screen.findByText('{"a":12345678901234567890}')).toBeTruthy();
  });

  it('asks for another view, and pages through bytes', async () => {
    const { host } = open();
    await answer(host, 1, { ...TEXT, text: 'x' });
    fireEvent.click(await screen.findByRole('radio', { name: 'Hex' }));
    const hex = { kind: 'hex', bytes: btoa('0123456789abcdef'.repeat(4)), ...WHOLE, partial: true } as const;
    expect(await answer(host, 2, { ...hex, offset: 0 })).toMatchObject({ as: 'hex' });
    await screen.findByText('Bytes 0 to 63 of 2,048');
    fireEvent.click(screen.getByRole('button', { name: 'Next bytes' }));
    expect(await answer(host, 3, { ...hex, offset: 64 })).toMatchObject({ as: 'hex', offset: 64 });
    await screen.findByText('Bytes 64 to 127 of 2,048');
    const field = screen.getByRole('textbox', { name: 'Go to offset' });
    fireEvent.change(field, { target: { value: '0x7ff' } });
    fireEvent.submit(field);
    expect(await answer(host, 4, { ...hex, offset: 2032 })).toMatchObject({ offset: 2032 });
  });

  it('gives back a source when another object is shown, and when one leaves', async () => {
    const { host, show, unmount } = open();
    const image = { kind: 'image', mediaType: 'image/png', ...WHOLE } as const;
    await answer(host, 1, { ...image, source: 'preview/one' });
    expect((await screen.findByRole<HTMLImageElement>('img')).getAttribute('src')).toBe('preview/one');
    show(node('b'));
    await waitFor(() => expect(host.calls('preview.close')).toHaveLength(1));
    expect(host.calls('preview.close')[0]?.params).toEqual({ source: 'preview/one' });
    expect(screen.queryByRole('img')).toBeNull();
    await answer(host, 2, { ...image, source: 'preview/two' });
    await screen.findByRole('img');
    unmount();
    await waitFor(() => expect(host.calls('preview.close')).toHaveLength(2));
  });

  it('says when a picture can’t be drawn', async () => {
    const { host } = open();
    await answer(host, 1, { kind: 'image', mediaType: 'image/png', source: 'preview/one', ...WHOLE });
    fireEvent.error(await screen.findByRole('img'));
    expect(await screen.findByText(/could not draw/)).toBeTruthy();
  });

  it('fetches more rows of a Parquet file, and keeps those it has when that fails', async () => {
    const { host } = open();
    const rows = (from: number) => Array.from({ length: 3 }, (_, index) => [String(from + index)]);
    const table = (from: number) =>
      ({
        kind: 'table',
        from: 'parquet',
        table: { columns: [{ name: 'id', type: 'INT64' }], rows: rows(from), totalRows: 9 },
        ...WHOLE,
        partial: true,
      }) as const;
    await answer(host, 1, table(0));
    await screen.findByText('3 of 9 rows · 1 column');
    fireEvent.click(screen.getByRole('button', { name: 'Load more rows' }));
    expect(await answer(host, 2, table(3))).toMatchObject({ offset: 3 });
    await screen.findByText('6 of 9 rows · 1 column');
    fireEvent.click(screen.getByRole('button', { name: 'Load more rows' }));
    await waitFor(() => expect(host.calls('preview.open')).toHaveLength(3));
    act(() => host.fail(host.calls('preview.open')[2]?.id ?? '', appError('s3.throttled', {})));
    await screen.findByRole('alert');
    expect(screen.getByText('6 of 9 rows · 1 column')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await answer(host, 4, table(6));
    await screen.findByText('9 rows · 1 column');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Load more rows' })).toBeNull();
  });

  it.each<[Preview, RegExp]>([
    [{ kind: 'empty', ...WHOLE, size: 0, read: 0 }, /0 bytes/],
    [{ kind: 'archived', storageClass: 'DEEP_ARCHIVE', ...WHOLE }, /DEEP_ARCHIVE.*restored/],
    [{ kind: 'too-large', what: 'image', limit: 5e7, ...WHOLE, size: 1e9 }, /954 MB; up to 47\.7 MB/],
  ])('says why %j is not shown', async (preview, words) => {
    const { host } = open();
    await answer(host, 1, preview);
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('tries again after an error, and stops asking when one leaves', async () => {
    const { host, unmount } = open();
    await waitFor(() => expect(host.calls('preview.open')).toHaveLength(1));
    const error = appError('network.timeout', { host: 's3.amazonaws.com' });
    act(() => host.fail(host.calls('preview.open')[0]?.id ?? '', error));
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(host.calls('preview.open')).toHaveLength(2));
    unmount();
    const { id } = host.calls('preview.open')[1] ?? { id: '' };
    await waitFor(() => expect(host.sent).toContainEqual({ type: 'cancel', id }));
  });

  it('shows a film with controls and no more', async () => {
    const { host } = open();
    await answer(host, 1, { kind: 'video', mediaType: 'video/mp4', source: 'preview/film', ...WHOLE });
    await waitFor(() => expect(document.querySelector('video source')).not.toBeNull());
    const film = document.querySelector('video');
    expect(film?.hasAttribute('controls')).toBe(true);
    expect(film?.hasAttribute('autoplay')).toBe(false);
    fireEvent.error(document.querySelector('source') ?? document.body);
    expect(await screen.findByText(/can’t play/)).toBeTruthy();
  });
});
