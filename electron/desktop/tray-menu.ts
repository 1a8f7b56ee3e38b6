import type { Overview } from '../../shared/contract.ts';
import { durationWords, messagesFor } from '../../shared/messages/messages.ts';
import { type SessionId, type SessionStatus, type SessionView, sessionPhase } from '../../shared/session.ts';
import type { Language } from '../../shared/settings.ts';

export type TrayEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'open' | 'quit' | 'no-sessions'; readonly label: string }
  | { readonly kind: 'sign-in' | 'sign-out'; readonly label: string; readonly sessionId: SessionId };

type Sessions = Pick<Overview, 'sessions'>;

/**
 * What the tray icon's menu holds at a moment.
 * @param now Unix milliseconds
 */
export function trayMenu({ sessions }: Sessions, now: number, language: Language): TrayEntry[] {
  const words = messagesFor(language).host.tray;
  return [
    { kind: 'open', label: words.open },
    { kind: 'separator' },
    ...(sessions.length === 0
      ? [{ kind: 'no-sessions', label: words.noSessions } as const]
      : sessions.map((session) => sessionEntry(session, now, language))),
    { kind: 'separator' },
    { kind: 'quit', label: words.quit },
  ];
}

/** How many sessions are signed in, and the same in words. @param now Unix milliseconds */
export function trayStatus(
  { sessions }: Sessions,
  now: number,
  language: Language,
): { readonly signedIn: number; readonly tooltip: string } {
  const signedIn = sessions.filter(({ status }) => isSignedIn(status, now)).length;
  return { signedIn, tooltip: messagesFor(language).host.tray.tooltip({ signedIn }) };
}

/**
 * Milliseconds until the menu should be read afresh: when a session's minutes change or it ends, and every
 * ten seconds in its last minute. Undefined where nobody is signed in.
 */
export function nextTrayChange({ sessions }: Sessions, now: number): number | undefined {
  const waits = sessions.flatMap(({ status }) => {
    if (status.state === 'signed-out' || status.expiresAt <= now) return [];
    const left = status.expiresAt - now;
    return [(left % (left < 60_000 ? 10_000 : 60_000)) + 1];
  });
  return waits.length === 0 ? undefined : Math.min(...waits);
}

function sessionEntry({ id, name, status }: SessionView, now: number, language: Language): TrayEntry {
  const messages = messagesFor(language);
  const session = menuText(name);
  if (status.state === 'signed-in' && isSignedIn(status, now)) {
    const left = durationWords(messages, status.expiresAt - now);
    return { kind: 'sign-out', label: messages.host.tray.signOut({ session, left }), sessionId: id };
  }
  return { kind: 'sign-in', label: messages.host.tray.signIn({ session }), sessionId: id };
}

function isSignedIn(status: SessionStatus, now: number): boolean {
  const phase = sessionPhase(status, now);
  return phase === 'signed-in' || phase === 'ends-soon';
}

/** A name as a menu shows it: one short line, and `&` doubled, since menus read a single one as a shortcut. */
function menuText(name: string): string {
  const line = name.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  const short = characters.length > 48 ? `${characters.slice(0, 47).join('')}…` : line;
  return short.replaceAll('&', '&&');
}
