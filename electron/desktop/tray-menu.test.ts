import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionStatus, SessionView } from '../../shared/session.ts';
import { nextTrayChange, trayMenu, trayStatus } from './tray-menu.ts';

const NOW = Date.UTC(2026, 10, 24, 9, 0, 0);
const MINUTE = 60_000;

function session(name: string, status: SessionStatus): SessionView {
  return {
    id: `sso-session:${name}`,
    kind: 'sso-session',
    name,
    startUrl: `https://${name}.awsapps.com/start`,
    region: 'eu-central-1',
    registrationScopes: ['sso:account:access'],
    profiles: [],
    status,
  };
}

const signedIn = (leftMs: number): SessionStatus => ({
  state: 'signed-in',
  signedInAt: NOW - 60 * MINUTE,
  expiresAt: NOW + leftMs,
  storage: 'keychain',
});
const SIGNED_OUT: SessionStatus = { state: 'signed-out', reason: 'never' };

describe('trayMenu', () => {
  it('offers each session the one thing that makes sense now', () => {
    const sessions = [
      session('acme', signedIn(422 * MINUTE)),
      session('lab', signedIn(9 * MINUTE)),
      session('partner', SIGNED_OUT),
      session('late', signedIn(0)),
    ];
    expect(trayMenu({ sessions }, NOW, 'en')).toEqual([
      { kind: 'open', label: 'Open Bucket Porter' },
      { kind: 'separator' },
      { kind: 'sign-out', label: 'Sign Out of acme (7h 02m left)', sessionId: 'sso-session:acme' },
      { kind: 'sign-out', label: 'Sign Out of lab (9m left)', sessionId: 'sso-session:lab' },
      { kind: 'sign-in', label: 'Sign In to partner…', sessionId: 'sso-session:partner' },
      { kind: 'sign-in', label: 'Sign In to late…', sessionId: 'sso-session:late' },
      { kind: 'separator' },
      { kind: 'quit', label: 'Quit Bucket Porter' },
    ]);
  });

  it('speaks Japanese', () => {
    const labels = trayMenu({ sessions: [session('acme', signedIn(422 * MINUTE))] }, NOW, 'ja').map(
      (entry) => ('label' in entry ? entry.label : ''),
    );
    expect(labels).toContain('acme からサインアウト（残り 7時間02分）');
  });

  it('says so where there are no sign-ins', () => {
    expect(trayMenu({ sessions: [] }, NOW, 'en')).toContainEqual({
      kind: 'no-sessions',
      label: 'No sign-ins yet',
    });
  });

  it('keeps odd names to one short line, and their & as it is', () => {
    const names = ['R&D', 'two\nlines', 'x'.repeat(300)];
    const menu = trayMenu({ sessions: names.map((name) => session(name, SIGNED_OUT)) }, NOW, 'en');
    expect(menu.flatMap((entry) => (entry.kind === 'sign-in' ? [entry.label] : []))).toEqual([
      'Sign In to R&&D…',
      'Sign In to two lines…',
      `Sign In to ${'x'.repeat(47)}……`,
    ]);
  });
});

describe('trayStatus', () => {
  it('counts who is signed in, and says it in words', () => {
    const sessions = [session('a', signedIn(MINUTE)), session('b', signedIn(-1)), session('c', SIGNED_OUT)];
    expect(trayStatus({ sessions }, NOW, 'en')).toEqual({
      signedIn: 1,
      tooltip: 'Bucket Porter: 1 session signed in',
    });
    expect(trayStatus({ sessions: [] }, NOW, 'en').tooltip).toBe('Bucket Porter: not signed in');
  });
});

describe('nextTrayChange', () => {
  it('is never, where time changes nothing', () => {
    expect(
      nextTrayChange({ sessions: [session('a', SIGNED_OUT), session('b', signedIn(0))] }, NOW),
    ).toBeUndefined();
  });

  it('is when the first session’s minutes change', () => {
    const sessions = [
      session('a', signedIn(90 * MINUTE + 40_000)),
      session('b', signedIn(5 * MINUTE + 25_000)),
    ];
    expect(nextTrayChange({ sessions }, NOW)).toBe(25_001);
  });

  it('leaves no minute of no session untold', () => {
    const left = fc.integer({ min: 1, max: 12 * 60 * MINUTE });
    fc.assert(
      fc.property(left, left, (first, second) => {
        const sessions = [session('a', signedIn(first)), session('b', signedIn(second))];
        const wait = nextTrayChange({ sessions }, NOW) ?? 0;
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(MINUTE + 1);
        const menuAt = (ms: number) => JSON.stringify(trayMenu({ sessions }, NOW + ms, 'en'));
        // Until just before, minutes read the same (in the last minute, seconds may run on for ten).
        if (Math.min(first, second) >= MINUTE) expect(menuAt(wait - 1)).toBe(menuAt(0));
        if (Math.min(first, second) >= MINUTE) expect(menuAt(wait)).not.toBe(menuAt(0));
      }),
    );
  });
});
