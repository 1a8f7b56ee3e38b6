import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { Overview } from '../../../shared/contract.ts';
import type { ProfileMark } from '../../../shared/profile-mark.ts';
import { type RoleTarget, targetKey } from '../../../shared/role-target.ts';
import { useSpeech } from '../../ui/language.tsx';
import { TreeItem } from '../../ui/tree/tree.tsx';
import { ProfileItem } from './profile-item.tsx';
import { profileNote } from './profile-note.ts';
import { SessionState } from './session-state.tsx';
import { useSidebar } from './sidebar-context.ts';
import styles from './sidebar.module.css';

export interface FavouritesProps {
  readonly overview: Overview;
  readonly starred: readonly ProfileMark[];
}

/** Profiles and roles that were starred, at the top, each with the state of its session. */
export function Favourites({ overview, starred }: FavouritesProps) {
  const { messages } = useSpeech();
  const { sessionOf } = useSidebar();
  const [expanded, setExpanded] = useState(true);
  const labelId = useId();
  const toggle = () => setExpanded(!expanded);
  return (
    <TreeItem
      selected={false}
      first
      expanded={expanded}
      onToggle={toggle}
      onChoose={toggle}
      labelId={labelId}
      row={
        <span className={styles.others} id={labelId}>
          <span className={styles.chevron} data-open={expanded} aria-hidden>
            <ChevronRight size={14} />
          </span>
          {messages.profiles.sidebar.favourites}
        </span>
      }
    >
      {starred.map(({ target }) => {
        const session = sessionOf(target);
        const { name, note } = favouriteWords(overview, target, messages);
        return (
          <ProfileItem key={targetKey(target)} target={target} name={name} note={note} favourite>
            {session !== undefined && <SessionState session={session} />}
          </ProfileItem>
        );
      })}
    </TreeItem>
  );
}

type Messages = ReturnType<typeof useSpeech>['messages'];

function favouriteWords(overview: Overview, target: RoleTarget, messages: Messages) {
  if (target.kind === 'role') {
    const session = overview.sessions.find(({ id }) => id === target.sessionId);
    return { name: target.roleName, note: `${target.accountId} · ${session?.name ?? ''}` };
  }
  const { profile: name } = target;
  const profile = [...overview.sessions.flatMap(({ profiles }) => profiles), ...overview.otherProfiles].find(
    (each) => each.name === name,
  );
  return { name, note: profile === undefined ? '' : profileNote(profile, messages) };
}

/** Those starred that are still there, by name. */
export function starredOf(overview: Overview, marks: readonly ProfileMark[]): readonly ProfileMark[] {
  const starred = marks.filter((mark) => mark.starred);
  if (starred.length === 0) return starred;
  const profiles = new Set(
    [...overview.sessions.flatMap(({ profiles }) => profiles), ...overview.otherProfiles].map(
      ({ name }) => name,
    ),
  );
  const sessions = new Set(overview.sessions.map(({ id }) => id));
  const nameOf = ({ target }: ProfileMark) => (target.kind === 'profile' ? target.profile : target.roleName);
  return starred
    .filter(({ target }) =>
      target.kind === 'profile' ? profiles.has(target.profile) : sessions.has(target.sessionId),
    )
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
}
