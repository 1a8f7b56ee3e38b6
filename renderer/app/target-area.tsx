import { appError } from '../../shared/app-error.ts';
import type { Overview } from '../../shared/contract.ts';
import { type RoleTarget, targetKey } from '../../shared/role-target.ts';
import type { AppInfo } from '../../shared/settings.ts';
import type { SignIns } from '../../shared/sign-in.ts';
import { sessionEpoch, useKnownAccountName } from '../bridge/portal-accounts.ts';
import { BucketView } from '../features/buckets/bucket-view.tsx';
import { SignInPanel } from '../features/sign-in/sign-in-panel.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { usePageWords } from '../ui/language.tsx';
import type { SessionActions } from './use-session-actions.ts';
import { useTitle } from './use-title.ts';
import { findTarget } from './view.ts';
import styles from './shell.module.css';

export interface TargetAreaProps {
  readonly target: RoleTarget;
  readonly overview: Overview;
  readonly signIns: SignIns;
  readonly actions: SessionActions;
  readonly host: AppInfo['host'] | undefined;
}

/** A role's buckets; the sign-in before them where that is needed. */
export function TargetArea({ target, overview, signIns, actions, host }: TargetAreaProps) {
  const { signIn, common } = usePageWords();
  const found = findTarget(overview, target);
  const { accountId, roleName } = target.kind === 'role' ? target : (found?.profile ?? {});
  const accountName = useKnownAccountName(found?.session, accountId);
  const account = accountName ?? accountId ?? common.unknown;
  useTitle(found === undefined ? undefined : `${account} · ${roleName ?? common.unknown}`);
  if (found === undefined) {
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
  const { session, profile } = found;
  const state = signIns[session.id];
  if (session.status.state === 'signed-out' || state !== undefined) {
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
  return (
    <BucketView
      key={targetKey(target)}
      target={target}
      role={{
        accountName,
        accountId,
        roleName,
        region: profile?.region ?? roleRegion(target, session.region),
      }}
      session={session}
      epoch={sessionEpoch(session)}
      onSignIn={() => actions.signIn(session)}
    />
  );
}

/** A role picked in the portal has no region of its own; the session's is used for its first request. */
function roleRegion(target: RoleTarget, sessionRegion: string): string | undefined {
  return target.kind === 'role' ? sessionRegion : undefined;
}
