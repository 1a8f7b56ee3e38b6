import type { ReactNode } from 'react';
import { appError } from '../../shared/app-error.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import type { SessionView } from '../../shared/session.ts';
import { SignInPanel } from '../features/sign-in/sign-in-panel.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { usePageWords } from '../ui/language.tsx';
import type { RoleNames } from './role-names.ts';
import { useRoleNames } from './role-names.ts';
import { useTitle } from './use-title.ts';
import type { Workbench } from './workbench.ts';
import styles from './shell.module.css';

export interface RoleGateProps {
  readonly target: RoleTarget;
  readonly bench: Workbench;
  /** What of it is shown, for the window's title. */
  readonly title?: string;
  readonly children: (session: SessionView, names: RoleNames) => ReactNode;
}

/** What a role may see; the sign-in before it where that is needed. */
export function RoleGate({ target, bench, title, children }: RoleGateProps) {
  const { signIn, common } = usePageWords();
  const { overview, signIns, actions, host } = bench;
  const names = useRoleNames(overview, target);
  const session = names?.session;
  const account = names?.accountName ?? names?.accountId ?? common.unknown;
  const who = session === undefined ? undefined : `${account} · ${names?.roleName ?? common.unknown}`;
  useTitle(title === undefined || who === undefined ? who : `${title} · ${who}`);
  if (session === undefined || names === undefined) {
    const error =
      target.kind === 'profile'
        ? appError('profile.not-found', { profile: target.profile })
        : appError('session.not-found', { session: target.sessionId });
    return (
      <div className={styles.notice}>
        <ErrorNotice error={error} />
      </div>
    );
  }
  const state = signIns[session.id];
  if (session.status.state === 'signed-in' && state === undefined) return children(session, names);
  const purpose =
    target.kind === 'profile'
      ? signIn.forProfile({ profile: target.profile })
      : signIn.forRole({ role: target.roleName, account });
  return (
    <SignInPanel
      key={session.id}
      session={session}
      state={state}
      purpose={purpose}
      host={host}
      onStart={() => actions.signIn(session)}
      onCancel={() => actions.cancelSignIn(session)}
    />
  );
}
