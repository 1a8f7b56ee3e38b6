import { type AppError, appError } from '../../../shared/app-error.ts';
import type { SignOutReport } from '../../../shared/contract.ts';
import { AppFailure, failure } from '../app-failure.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import type { PortalClient } from './portal-client.ts';
import type { RoleCredentialsCache } from './role-credentials-cache.ts';
import type { SessionStore } from './session-store.ts';

/** The portal is told, but a dead network must not keep anybody signed in. */
const PORTAL_PATIENCE_MS = 10_000;

type SessionReport = SignOutReport['sessions'][number];

/**
 * Signs out of sessions: here first (role credentials and token in memory, sealed file), then at the portal.
 * What goes wrong is told session by session and never a reason to keep a token.
 */
export async function signOut(
  sessions: readonly AwsSession[],
  store: SessionStore,
  credentials: RoleCredentialsCache,
  portal: (session: AwsSession) => PortalClient,
): Promise<SignOutReport> {
  let roleCredentialsUntil: number | undefined;
  const signOutOf = async (session: AwsSession): Promise<SessionReport> => {
    const token = store.token(session);
    // A token is shown to nobody but the portal that gave it.
    const holder = store.holder(session) ?? session;
    const locked = store.isLocked(session);
    // A question for a one-time code, or a role that is just being taken on, is over as well.
    const over = failure('session.signed-out', { session: session.name });
    const until = credentials.dropOwner(session.id, over);
    if (until !== undefined) roleCredentialsUntil = Math.max(until, roleCredentialsUntil ?? 0);
    const file = await errorOf(() => store.forgetToken(session, 'signed-out'));
    const told =
      token === undefined
        ? // Without its key, the token can't be shown to the portal any more.
          locked
          ? appError('vault.locked', {})
          : undefined
        : await errorOf(() => portal(holder).logout(token, AbortSignal.timeout(PORTAL_PATIENCE_MS)));
    // 401: the portal knows the session no more, which is what was wanted.
    const portalError = told?.code === 'session.rejected' ? undefined : told;
    return {
      sessionId: session.id,
      portal: portalError === undefined ? 'told' : { error: portalError },
      ...(file === undefined ? {} : { file }),
    };
  };
  const done = await Promise.all(sessions.map(signOutOf));
  return { sessions: done, ...(roleCredentialsUntil === undefined ? {} : { roleCredentialsUntil }) };
}

async function errorOf(run: () => Promise<void>): Promise<AppError | undefined> {
  try {
    await run();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AppFailure) return thrown.error;
    throw thrown;
  }
}
