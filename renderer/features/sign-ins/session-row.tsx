import { ChevronRight } from 'lucide-react';
import { type SessionPhase, type SessionView, sessionPhase } from '../../../shared/session.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { useClock } from '../../ui/clock.ts';
import { formatTime } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { StatusMark, type StatusMarkKind } from '../../ui/status-mark.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import styles from './sidebar.module.css';

export interface SessionRowProps {
  readonly labelId: string;
  readonly session: SessionView;
  readonly signIn: SignInState | undefined;
  readonly expanded: boolean;
  readonly onToggle: () => void;
  readonly onSignIn: () => void;
  readonly onSignOut: () => void;
}

/** A session in the sidebar: mark, name, time left; beneath it the state in words, and what can be done. */
export function SessionRow(props: SessionRowProps) {
  const { labelId, session, signIn, expanded, onToggle, onSignIn, onSignOut } = props;
  const { messages, locale } = useSpeech();
  const { signIns } = messages.page;
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
      <span className={styles.left}>{ends !== undefined && <TimeLeft until={ends} />}</span>
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

function markKind(phase: SessionPhase, signIn: SignInState | undefined): StatusMarkKind {
  if (signIn?.step === 'failed') return 'attention';
  return signIn === undefined ? phase : 'under-way';
}

type Words = ReturnType<typeof useSpeech>['messages']['page']['signIns'];

function stateWords(kind: StatusMarkKind, words: Words): string {
  if (kind === 'attention') return words.needsAttention;
  return kind === 'under-way' ? words.underWay : words.phase[kind];
}

function untilWords(kind: StatusMarkKind, until: { time: string }, words: Words): string {
  if (kind === 'signed-in') return words.signedInUntil(until);
  return kind === 'ends-soon' ? words.endsSoonAt(until) : stateWords(kind, words);
}
