import { Plus, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Overview } from '../../../shared/contract.ts';
import type { SessionView } from '../../../shared/session.ts';
import { ActionMenu, type ActionGroups } from '../../ui/action-menu.tsx';
import { cx } from '../../ui/cx.ts';
import { useSpeech } from '../../ui/language.tsx';
import { Tree } from '../../ui/tree/tree.tsx';
import { Favourites, starredOf } from './favourites.tsx';
import { OtherProfiles } from './other-profiles.tsx';
import { SessionBranch } from './session-branch.tsx';
import { SidebarContext, type SidebarState } from './sidebar-context.ts';
import { SidebarMenu } from './sidebar-menu.tsx';
import styles from './sidebar.module.css';

export interface SidebarProps extends Omit<SidebarState, 'openMenu'> {
  readonly overview: Overview | undefined;
  readonly onSignIn: (session: SessionView) => void;
  /** Of one session, or of all. */
  readonly onSignOut: (session: SessionView | undefined) => void;
}

interface OpenMenu {
  readonly label: string;
  readonly place: { readonly x: number; readonly y: number };
  readonly groups: ActionGroups;
}

/** Everything one can sign in to, with its state, and the profiles beneath. */
export function Sidebar({ overview, onSignIn, onSignOut, ...rest }: SidebarProps) {
  const { messages } = useSpeech();
  const words = messages.page.signIns;
  const [menu, setMenu] = useState<OpenMenu>();
  const { choice, onChoose, marks } = rest;
  const { sessions = [], otherProfiles = [], problems = [] } = overview ?? {};
  const starred = useMemo(
    () => (overview === undefined ? [] : starredOf(overview, marks.all)),
    [overview, marks],
  );
  const openMenu: SidebarState['openMenu'] = (label, place, groups) => setMenu({ label, place, groups });
  return (
    <SidebarContext value={{ ...rest, openMenu }}>
      <div className={styles.sidebar}>
        <div className={styles.header}>
          <h2 className={styles.heading}>{words.heading}</h2>
          <SidebarMenu
            anySignedIn={sessions.some(({ status }) => status.state === 'signed-in')}
            onSignOutAll={() => onSignOut(undefined)}
          />
        </div>
        <div className={styles.list}>
          {sessions.length + otherProfiles.length > 0 && (
            <Tree label={words.heading}>
              {overview !== undefined && starred.length > 0 && (
                <Favourites overview={overview} starred={starred} />
              )}
              {sessions.map((session, index) => (
                <SessionBranch
                  key={session.id}
                  first={index === 0 && starred.length === 0}
                  session={session}
                  onSignIn={onSignIn}
                  onSignOut={onSignOut}
                />
              ))}
              {otherProfiles.length > 0 && (
                <OtherProfiles
                  first={sessions.length === 0 && starred.length === 0}
                  profiles={otherProfiles}
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
        <Button
          className={cx(styles.add, choice?.kind === 'connect' && styles.here)}
          onPress={() => onChoose({ kind: 'connect' })}
        >
          <Plus size={15} aria-hidden />
          {messages.profiles.menu.add}
        </Button>
      </div>
      {menu !== undefined && <ActionMenu {...menu} onClose={() => setMenu(undefined)} />}
    </SidebarContext>
  );
}
