import { LayoutList } from 'lucide-react';
import { useId, useState } from 'react';
import type { SessionView } from '../../../shared/session.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import { usePageWords } from '../../ui/language.tsx';
import { TreeItem } from '../../ui/tree/tree.tsx';
import { ProfileItem } from './profile-item.tsx';
import { SessionRow } from './session-row.tsx';
import type { SidebarChoice } from './sidebar-choice.ts';
import styles from './sidebar.module.css';

export interface SessionBranchProps {
  /** Nothing stands above it. */
  readonly first: boolean;
  readonly session: SessionView;
  readonly signIn: SignInState | undefined;
  readonly choice: SidebarChoice | undefined;
  readonly onChoose: (choice: SidebarChoice) => void;
  readonly onSignIn: (session: SessionView) => void;
  readonly onSignOut: (session: SessionView) => void;
}

/** A session with its profiles beneath. */
export function SessionBranch(props: SessionBranchProps) {
  const { first, session, signIn, choice, onChoose, onSignIn, onSignOut } = props;
  const { signIns } = usePageWords();
  const [expanded, setExpanded] = useState(true);
  const labelId = useId();
  const browseId = useId();
  const toggle = () => setExpanded(!expanded);
  const signedIn = session.status.state === 'signed-in';
  const here = choice?.kind === 'session' && choice.sessionId === session.id;
  const chooseSession = () => onChoose({ kind: 'session', sessionId: session.id });
  return (
    <TreeItem
      selected={here && !signedIn}
      first={first}
      expanded={expanded}
      onToggle={toggle}
      onChoose={chooseSession}
      labelId={labelId}
      row={
        <SessionRow
          labelId={labelId}
          session={session}
          signIn={signIn}
          expanded={expanded}
          onToggle={toggle}
          onSignIn={() => onSignIn(session)}
          onSignOut={() => onSignOut(session)}
        />
      }
    >
      {session.profiles.map((profile) => (
        <ProfileItem
          key={profile.name}
          profile={profile}
          selected={choice?.kind === 'profile' && choice.profile === profile.name}
          onChoose={() => onChoose({ kind: 'profile', profile: profile.name })}
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
