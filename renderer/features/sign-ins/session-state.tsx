import { type SessionView, sessionPhase } from '../../../shared/session.ts';
import { useClock } from '../../ui/clock.ts';
import { usePageWords } from '../../ui/language.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import { markKind, stateWords } from './session-words.ts';
import { useSidebar } from './sidebar-context.ts';
import styles from './sidebar.module.css';

/** A session's mark and the time it has left, in a row that isn't its own. */
export function SessionState({ session }: { readonly session: SessionView }) {
  const { signIns: words } = usePageWords();
  const { signIns } = useSidebar();
  const { status, id, name } = session;
  const phase = useClock((now) => sessionPhase(status, now));
  const kind = markKind(phase, signIns[id]);
  const state = stateWords(kind, words);
  return (
    <span className={styles.favouriteState} title={`${name}: ${state}`}>
      <StatusMark kind={kind} label={`${name}: ${state}`} />
      {status.state === 'signed-in' && phase !== 'expired' && (
        <span className={styles.favouriteLeft}>
          <TimeLeft until={status.expiresAt} />
        </span>
      )}
    </span>
  );
}
