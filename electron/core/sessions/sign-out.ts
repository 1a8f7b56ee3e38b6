import type { SignOutReport } from '../../../shared/contract.ts';
import { AppFailure } from '../app-failure.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import type { PortalClient } from './portal-client.ts';
import type { RoleCredentialsCache } from './role-credentials-cache.ts';
import type { SessionStore } from './session-store.ts';

/** The portal is told, but a dead network must not keep anybody signed in. */
const PORTAL_PATIENCE_MS = 10_000;

/**
 * Signs out of sessions: here first (sealed file, role credentials in memory), then at the portal. What
 * the portal says is reported, never a reason to keep the token.
 * @throws {AppFailure} `disk.refused` where a sealed file can't be removed
 */
export async function signOut(
  sessions: readonly AwsSession[],
  store: SessionStore,
  credentials: RoleCredentialsCache,
  portal: (session: AwsSession) => PortalClient,
): Promise<SignOutReport> {
  let roleCredentialsUntil: number | undefined;
  const reports = sessions.map(async (session): Promise<SignOutReport['sessions'][number]> => {
    const sessionId = session.id;
    const token = store.holdsToken(session);
    const until = credentials.dropOwner(sessionId);
    if (until !== undefined) roleCredentialsUntil = Math.max(until, roleCredentialsUntil ?? 0);
    await store.forgetToken(session, 'signed-out');
    if (token === undefined) return { sessionId, portal: 'told' };
    try {
      await portal(session).logout(token, AbortSignal.timeout(PORTAL_PATIENCE_MS));
      return { sessionId, portal: 'told' };
    } catch (thrown) {
      if (!(thrown instanceof AppFailure)) throw thrown;
      // 401: the portal knows the session no more, which is what was wanted.
      if (thrown.error.code === 'session.rejected') return { sessionId, portal: 'told' };
      return { sessionId, portal: { error: thrown.error } };
    }
  });
  const done = await Promise.all(reports);
  return { sessions: done, ...(roleCredentialsUntil === undefined ? {} : { roleCredentialsUntil }) };
}
