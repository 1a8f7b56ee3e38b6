import { Ellipsis, TriangleAlert } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Overview } from '../../../shared/contract.ts';
import type { SessionView } from '../../../shared/session.ts';
import type { SignIns } from '../../../shared/sign-in.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { usePageWords } from '../../ui/language.tsx';
import menu from '../../ui/menu.module.css';
import { Tree } from '../../ui/tree/tree.tsx';
import { OtherProfiles } from './other-profiles.tsx';
import { SessionBranch } from './session-branch.tsx';
import type { SidebarChoice } from './sidebar-choice.ts';
import styles from './sidebar.module.css';

export interface SidebarProps {
  readonly overview: Overview | undefined;
  readonly signIns: SignIns;
  readonly choice: SidebarChoice | undefined;
  readonly onChoose: (choice: SidebarChoice) => void;
  readonly onSignIn: (session: SessionView) => void;
  /** Of one session, or of all. */
  readonly onSignOut: (session: SessionView | undefined) => void;
}

/** Everything one can sign in to, with its state, and the profiles beneath. */
export function Sidebar(props: SidebarProps) {
  const { overview, signIns, choice, onChoose, onSignIn, onSignOut } = props;
  const { signIns: words } = usePageWords();
  const { sessions = [], otherProfiles = [], problems = [] } = overview ?? {};
  const anySignedIn = sessions.some(({ status }) => status.state === 'signed-in');
  return (
    <div className={styles.sidebar}>
      <div className={styles.header}>
        <h2 className={styles.heading}>{words.heading}</h2>
        <MenuTrigger>
          <IconButton small label={words.menu} icon={<Ellipsis size={16} />} />
          <Popover className={cx(menu.popover)} placement="bottom end">
            <Menu className={cx(menu.menu)} disabledKeys={anySignedIn ? [] : ['all']}>
              <MenuItem id="all" className={cx(menu.item)} onAction={() => onSignOut(undefined)}>
                {words.signOutAll}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
      <div className={styles.list}>
        {sessions.length + otherProfiles.length > 0 && (
          <Tree label={words.heading}>
            {sessions.map((session, index) => (
              <SessionBranch
                key={session.id}
                first={index === 0}
                session={session}
                signIn={signIns[session.id]}
                choice={choice}
                onChoose={onChoose}
                onSignIn={onSignIn}
                onSignOut={onSignOut}
              />
            ))}
            {otherProfiles.length > 0 && (
              <OtherProfiles
                first={sessions.length === 0}
                profiles={otherProfiles}
                chosen={choice?.kind === 'other-profile' ? choice.profile : undefined}
                onChoose={(profile) => onChoose({ kind: 'other-profile', profile })}
              />
            )}
          </Tree>
        )}
      </div>
      {problems.length > 0 && (
        <Button className={cx(styles.problems)} onPress={() => onChoose({ kind: 'problems' })}>
          <TriangleAlert size={14} aria-hidden />
          {words.problems({ count: problems.length })}
        </Button>
      )}
    </div>
  );
}
