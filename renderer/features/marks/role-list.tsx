import { ShieldAlert, Star } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ProfileMark } from '../../../shared/profile-mark.ts';
import { type RoleTarget, targetKey } from '../../../shared/role-target.ts';
import { type SessionView, sessionPhase } from '../../../shared/session.ts';
import { useClock } from '../../ui/clock.ts';
import { ColourBar } from '../../ui/colour-bar.tsx';
import { cx } from '../../ui/cx.ts';
import { formatDateTime } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './marks.module.css';

export interface ListedRole {
  readonly mark: ProfileMark;
  readonly name: string;
  readonly note: string;
  readonly production: boolean;
  readonly session: SessionView | undefined;
}

export interface RoleListProps {
  readonly roles: readonly ListedRole[];
  readonly onOpen: (target: RoleTarget) => void;
}

/** Favourites and what was used last, to go on where one was. */
export function RoleList({ roles, onOpen }: RoleListProps) {
  const { messages } = useSpeech();
  const words = messages.profiles.home;
  if (roles.length === 0) return null;
  return (
    <section className={styles.roles} aria-label={words.recent}>
      <h2 className={styles.heading}>{words.recent}</h2>
      <ul>
        {roles.map((role) => (
          <li key={targetKey(role.mark.target)}>
            <RoleButton role={role} onOpen={() => onOpen(role.mark.target)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RoleButton({ role, onOpen }: { readonly role: ListedRole; readonly onOpen: () => void }) {
  const { messages, locale } = useSpeech();
  const words = messages.profiles;
  const { mark, name, note, production, session } = role;
  return (
    <Button className={cx(styles.role)} onPress={onOpen}>
      {mark.colour !== undefined && <ColourBar colour={mark.colour} />}
      <span className={styles.who}>
        <span className={styles.name}>{name}</span>
        {mark.starred && (
          <Star
            size={13}
            role="img"
            aria-label={words.sidebar.starred}
            fill="currentColor"
            className={styles.star}
          />
        )}
        {production && (
          <ShieldAlert
            size={14}
            role="img"
            aria-label={words.sidebar.production}
            className={styles.production}
          />
        )}
      </span>
      <span className={styles.note}>{note}</span>
      <span className={styles.end}>
        {mark.usedAt > 0 && (
          <span className={styles.used}>
            {words.home.usedAt({ time: formatDateTime(locale, mark.usedAt) })}
          </span>
        )}
        {session !== undefined && <SessionMark session={session} />}
      </span>
    </Button>
  );
}

function SessionMark({ session }: { readonly session: SessionView }) {
  const { messages } = useSpeech();
  const phase = useClock((now) => sessionPhase(session.status, now));
  return <StatusMark kind={phase} label={`${session.name}: ${messages.page.signIns.phase[phase]}`} />;
}
