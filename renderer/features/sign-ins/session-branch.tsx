import { LayoutList } from 'lucide-react';
import { useId, useState } from 'react';
import type { SessionView } from '../../../shared/session.ts';
import { useSpeech } from '../../ui/language.tsx';
import { TreeItem } from '../../ui/tree/tree.tsx';
import { ProfileItem } from './profile-item.tsx';
import { profileNote } from './profile-note.ts';
import { SessionRow } from './session-row.tsx';
import { useSidebar } from './sidebar-context.ts';
import styles from './sidebar.module.css';

export interface SessionBranchProps {
  /** Nothing stands above it. */
  readonly first: boolean;
  readonly session: SessionView;
  readonly onSignIn: (session: SessionView) => void;
  readonly onSignOut: (session: SessionView) => void;
}

/** A session with its profiles beneath. */
export function SessionBranch({ first, session, onSignIn, onSignOut }: SessionBranchProps) {
  const { messages } = useSpeech();
  const { signIns } = messages.page;
  const { choice, onChoose, menus, keys, openMenu } = useSidebar();
  const [expanded, setExpanded] = useState(true);
  const labelId = useId();
  const browseId = useId();
  const toggle = () => setExpanded(!expanded);
  const signedIn = session.status.state === 'signed-in';
  // A role picked in the portal stands for the list that it was picked from.
  const here =
    (choice?.kind === 'session' && choice.sessionId === session.id) ||
    (choice?.kind === 'target' && choice.target.kind === 'role' && choice.target.sessionId === session.id);
  const chooseSession = () => onChoose({ kind: 'session', sessionId: session.id });
  const onMenu = (place: { x: number; y: number }) => openMenu(session.name, place, menus.session(session));
  const named = session.kind === 'sso-session';
  return (
    <TreeItem
      selected={here && !signedIn}
      first={first}
      expanded={expanded}
      onToggle={toggle}
      onChoose={chooseSession}
      onMenu={onMenu}
      keys={{
        F2: named ? () => keys.rename(session) : undefined,
        Delete: named ? () => keys.remove(session) : undefined,
      }}
      labelId={labelId}
      row={
        <SessionRow
          labelId={labelId}
          session={session}
          expanded={expanded}
          onToggle={toggle}
          onMenu={onMenu}
          onSignIn={() => onSignIn(session)}
          onSignOut={() => onSignOut(session)}
        />
      }
    >
      {session.profiles.map((profile) => (
        <ProfileItem
          key={profile.name}
          target={{ kind: 'profile', profile: profile.name }}
          name={profile.name}
          note={profileNote(profile, messages)}
        />
      ))}
      {session.profiles.length === 0 && !signedIn && <p className={styles.none}>{signIns.noProfiles}</p>}
      {signedIn && (
        <TreeItem
          selected={here}
          onChoose={chooseSession}
          labelId={browseId}
          row={
            <span className={styles.browse} id={browseId}>
              <LayoutList size={14} aria-hidden />
              {signIns.browseAccounts}
            </span>
          }
        />
      )}
    </TreeItem>
  );
}
