import { sessionPhase, type SessionView } from '../../../shared/session.ts';
import type { StartUrlFinding } from '../../../shared/start-url.ts';
import { Button } from '../../ui/button.tsx';
import { useClock } from '../../ui/clock.ts';
import { useSpeech } from '../../ui/language.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './connect.module.css';

/** Whether a session is for the portal that was found; a slash or a fragment more makes no other portal. */
export function samePortal({ startUrl }: SessionView, finding: StartUrlFinding): boolean {
  const plain = (url: string) =>
    url
      .trim()
      .toLowerCase()
      .replace(/[#?].*$/, '')
      .replace(/\/+$/, '');
  return [finding.startUrl, finding.issuerUrl].some((url) => plain(url) === plain(startUrl));
}

export interface ExistingSessionsProps {
  readonly title: string;
  readonly sessions: readonly SessionView[];
  readonly onUse: (session: SessionView) => void;
  /** Says that one may also go on without. */
  readonly again?: boolean;
}

/** Sign-ins that are there already, to go on with one of them. */
export function ExistingSessions({ title, sessions, onUse, again = false }: ExistingSessionsProps) {
  const { connect } = useSpeech().messages;
  return (
    <div className={styles.reuse}>
      <p className={again ? styles.strong : styles.dim}>{title}</p>
      <ul>
        {sessions.map((session) => (
          <ExistingSession key={session.id} session={session} onUse={() => onUse(session)} />
        ))}
      </ul>
      {again && <p className={styles.dim}>{connect.reuse.again}</p>}
    </div>
  );
}

function ExistingSession({ session, onUse }: { readonly session: SessionView; readonly onUse: () => void }) {
  const { connect, page } = useSpeech().messages;
  const phase = useClock((now) => sessionPhase(session.status, now));
  return (
    <li className={styles.session}>
      <StatusMark kind={phase} label={page.signIns.phase[phase]} />
      <span className={styles.sessionName}>{session.name}</span>
      <span className={styles.sessionUrl}>{session.startUrl}</span>
      <Button onPress={onUse} aria-label={connect.reuse.takeThis({ session: session.name })}>
        {connect.reuse.take}
      </Button>
    </li>
  );
}
