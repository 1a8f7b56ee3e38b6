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
  /** @param session undefined where the profile needs no sign-in */
  readonly children: (session: SessionView | undefined, names: RoleNames) => ReactNode;
}

/** What a role may see; the sign-in before it where that is needed. */
export function RoleGate({ target, bench, title, children }: RoleGateProps) {
  const { signIn, common } = usePageWords();
  const { overview, signIns, actions, host } = bench;
  const names = useRoleNames(overview, target);
  const session = names?.session;
  const account = names?.accountName ?? names?.accountId ?? common.unknown;
  const who = whoOf(names);
  useTitle(title === undefined || who === undefined ? who : `${title} · ${who}`);
  if (names?.known !== true) {
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
  if (session === undefined) return children(undefined, names);
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

/** Account and role for the window's title; the profile's name where it has neither. */
function whoOf(names: RoleNames | undefined): string | undefined {
  if (names?.known !== true) return undefined;
  const { accountName, accountId, roleName, short } = names;
  return [accountName ?? accountId, roleName].filter((part) => part !== undefined).join(' · ') || short;
}
