import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { SessionView } from '../../../shared/session.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import { renderWithHost } from '../../testing/render.tsx';
import { SignInPanel } from './sign-in-panel.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const SESSION: SessionView = {
  id: 'sso-session:acme',
  kind: 'sso-session',
  name: 'acme',
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-west-1',
  registrationScopes: [],
  profiles: [],
  status: { state: 'signed-out', reason: 'expired' },
};

const ADDRESS = 'https://device.sso.eu-west-1.amazonaws.com/?user_code=HGBW-QXKT';

const waiting = (more: object = {}): SignInState => ({
  step: 'waiting',
  userCode: 'HGBW-QXKT',
  verificationUri: 'https://device.sso.eu-west-1.amazonaws.com/',
  verificationUriComplete: ADDRESS,
  startedAt: Date.now(),
  expiresAt: Date.now() + 600_000,
  pageOpened: true,
  ...more,
});

function open(state: SignInState | undefined, host: 'desktop' | 'browser' = 'desktop') {
  const onStart = vi.fn<() => void>();
  const onCancel = vi.fn<() => void>();
  const panel = (next: SignInState | undefined) => (
    <SignInPanel
      session={SESSION}
      state={next}
      purpose="to see the buckets of prod-ro"
      host={host}
      onStart={onStart}
      onCancel={onCancel}
    />
  );
  const rendered = renderWithHost(panel(state));
  return { ...rendered, onStart, onCancel, become: (next: SignInState) => rendered.show(panel(next)) };
}

describe('SignInPanel', () => {
  it('says why one is signed out and what for, and begins with one button', () => {
    const { onStart } = open(undefined);
    expect(screen.getByText('The session has expired.')).toBeTruthy();
    expect(screen.getByText('to see the buckets of prod-ro')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(onStart).toHaveBeenCalledOnce();
  });

  it('can be cancelled while the code is being asked for', () => {
    const { onCancel } = open({ step: 'registering' });
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('shows the code, the address, and how long the code works by the page’s clock', () => {
    vi.useFakeTimers();
    open(waiting());
    expect(screen.getByText('HGBW-QXKT').tagName).toBe('OUTPUT');
    expect(screen.getByText(ADDRESS)).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toContain('10:00');
    act(() => void vi.advanceTimersByTime(61_000));
    expect(screen.getByRole('timer').textContent).toContain('8:59');
    act(() => void vi.advanceTimersByTime(600_000));
    expect(screen.getByRole('timer').textContent).toBe('The code has just expired.');
  });

  it('on the desktop asks the host to open the page, and says where it could not', async () => {
    const { host } = open(waiting());
    fireEvent.click(screen.getByRole('button', { name: 'Open the sign-in page' }));
    const [call] = host.calls('sign-in.open-page');
    expect(call?.params).toEqual({ sessionId: SESSION.id });
    act(() => host.reply(call?.id ?? '', { opened: false }));
    expect((await screen.findByRole('alert')).textContent).toContain(ADDRESS);
  });

  it('in a browser is a link of its own', () => {
    const { host } = open(waiting({ pageOpened: false }), 'browser');
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Open the sign-in page' });
    expect(link.href).toBe(ADDRESS);
    expect(link.target).toBe('_blank');
    expect(link.rel).toContain('noopener');
    expect(host.calls('sign-in.open-page')).toEqual([]);
  });

  it('says so while the network fails, and keeps the code', () => {
    const { become } = open(waiting());
    become(waiting({ trouble: appError('network.unreachable', { host: 'oidc.eu-west-1.amazonaws.com' }) }));
    expect(screen.getByText(/Trying again by itself/).textContent).toContain('oidc.eu-west-1.amazonaws.com');
    expect(screen.getByText('HGBW-QXKT')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    appError('sign-in.denied', { session: 'acme' }),
    appError('network.timeout', { host: 'oidc.eu-west-1.amazonaws.com' }),
  ])('after %o offers to sign in again', async (error) => {
    const { onStart, become } = open(waiting());
    become({ step: 'failed', error });
    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
    expect(screen.queryByText('HGBW-QXKT')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(onStart).toHaveBeenCalledOnce();
  });

  it('takes the focus when it begins, so that the keyboard goes on from there', () => {
    const { become } = open(undefined);
    become({ step: 'registering' });
    expect(document.activeElement?.tagName).toBe('SECTION');
  });
});
