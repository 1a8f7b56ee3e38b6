import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../shared/app-error.ts';
import { messagesFor } from '../../shared/messages/messages.ts';
import { renderWithHost } from '../testing/render.tsx';
import { ErrorNotice } from './error-notice.tsx';

afterEach(cleanup);

describe('ErrorNotice', () => {
  it('says what happened, why, and what to do', () => {
    const error = appError('sign-in.denied', { session: 'acme' });
    const { what, why, next } = messagesFor('en').errors['sign-in.denied'](
      error.params as { session: string },
    );
    renderWithHost(<ErrorNotice error={error} />);
    const text = screen.getByRole('alert').textContent;
    for (const sentence of [what, why, next]) expect(text).toContain(sentence);
  });

  it('has the button that helps with this error, and no other', () => {
    const retry = vi.fn<() => void>();
    const signIn = vi.fn<() => void>();
    const { show } = renderWithHost(
      <ErrorNotice error={appError('s3.throttled', {})} remedies={{ retry, 'sign-in': signIn }} />,
    );
    expect(screen.queryByRole('button', { name: 'Sign in again' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();

    show(
      <ErrorNotice
        error={appError('session.rejected', { session: 'acme' })}
        remedies={{ retry, 'sign-in': signIn }}
      />,
    );
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(signIn).toHaveBeenCalledOnce();
  });

  it('offers nothing where nothing helps', () => {
    renderWithHost(
      <ErrorNotice error={appError('profile.not-found', { profile: 'x' })} remedies={{ retry: () => {} }} />,
    );
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('keeps the service’s own words for a report, to be copied', async () => {
    const { host } = renderWithHost(
      <ErrorNotice error={appError('s3.failed', { code: 'X', status: '500' }, 'request 4442587FB7D0A2F9')} />,
    );
    expect(screen.getByRole('alert').querySelector('details')?.textContent).toContain('4442587FB7D0A2F9');
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
    fireEvent.click(screen.getByRole('button', { name: /^Copy/ }));
    expect(await screen.findByText(/^Copied/)).toBeTruthy();
    expect(written[0]).toContain('request 4442587FB7D0A2F9');
    expect(written[0]).toContain('s3.failed');
    expect(host.calls('clipboard.write')).toEqual([]);
    vi.unstubAllGlobals();
  });
});
