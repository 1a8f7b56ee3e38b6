import { ChevronRight } from 'lucide-react';
import { type SessionView, sessionPhase } from '../../../shared/session.ts';
import { Button } from '../../ui/button.tsx';
import { useClock } from '../../ui/clock.ts';
import { formatTime } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import { MoreButton } from './more-button.tsx';
import { markKind, stateWords, untilWords } from './session-words.ts';
import { useSidebar } from './sidebar-context.ts';
import styles from './sidebar.module.css';

export interface SessionRowProps {
  readonly labelId: string;
  readonly session: SessionView;
  readonly expanded: boolean;
  readonly onToggle: () => void;
  readonly onMenu: (place: { x: number; y: number }) => void;
  readonly onSignIn: () => void;
  readonly onSignOut: () => void;
}

/** A session in the sidebar: mark, name, time left; beneath it the state in words, and what can be done. */
export function SessionRow(props: SessionRowProps) {
  const { labelId, session, expanded, onToggle, onMenu, onSignIn, onSignOut } = props;
  const { messages, locale } = useSpeech();
  const { signIns } = messages.page;
  const signIn = useSidebar().signIns[session.id];
  const phase = useClock((now) => sessionPhase(session.status, now));
  const kind = markKind(phase, signIn);
  const { status, name } = session;
  const ends = status.state === 'signed-in' && phase !== 'expired' ? status.expiresAt : undefined;
  const words = stateWords(kind, signIns);
  const until = ends === undefined ? undefined : { time: formatTime(locale, ends) };
  const state = until === undefined ? words : untilWords(kind, until, signIns);
  return (
    <div className={styles.session}>
      <span
        className={styles.chevron}
        data-open={expanded}
        aria-hidden
        title={expanded ? signIns.collapse({ name }) : signIns.expand({ name })}
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        <ChevronRight size={14} />
      </span>
      <span className={styles.mark}>
        <StatusMark kind={kind} label={words} />
      </span>
      <span className={styles.sessionName} title={`${name}\n${session.startUrl}\n${state}`} id={labelId}>
        {name}
      </span>
      <span className={styles.left}>
        {ends !== undefined && (
          <span className={styles.time}>
            <TimeLeft until={ends} />
          </span>
        )}
        <MoreButton name={name} onMenu={onMenu} />
      </span>
      <span className={styles.state} data-kind={kind}>
        {state}
      </span>
      <span className={styles.action} onClick={(event) => event.stopPropagation()}>
        {status.state === 'signed-in' ? (
          <Button kind="quiet" aria-label={signIns.signOutOf({ session: name })} onPress={onSignOut}>
            {signIns.signOut}
          </Button>
        ) : (
          kind !== 'under-way' && (
            <Button kind="quiet" aria-label={signIns.signInTo({ session: name })} onPress={onSignIn}>
              {signIns.signIn}
            </Button>
          )
        )}
      </span>
    </div>
  );
}
