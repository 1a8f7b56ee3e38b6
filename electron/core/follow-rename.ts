import type { MarksStore } from './marks/marks-store.ts';
import type { Logger } from './ports.ts';
import type { RoleCredentialsCache } from './sessions/role-credentials-cache.ts';
import type { SessionStore } from './sessions/session-store.ts';

export interface RenameFollowers {
  readonly marks: MarksStore;
  readonly sessions: SessionStore;
  readonly credentials: RoleCredentialsCache;
  readonly logger: Logger;
}

/**
 * Takes over what belongs to a profile or session that has another name in the config now. Never throws: the config is
 * written by then, and each of them holds what it couldn't write until the app ends.
 */
export async function followRename(
  what: 'profile' | 'session',
  from: string,
  to: string,
  { marks, sessions, credentials, logger }: RenameFollowers,
): Promise<void> {
  const following = [marks.renamed(what, from, to)];
  if (what === 'session') {
    // Kept under the old name they would outlive a sign-out, for whoever gives the session that name again.
    credentials.dropOwner(`sso-session:${from}`);
    const renamed = { id: `sso-session:${to}`, name: to, cacheKey: to };
    following.push(sessions.rename(`sso-session:${from}`, renamed));
  }
  for (const followed of await Promise.allSettled(following)) {
    if (followed.status === 'rejected')
      logger.warn('what belongs to a renamed section could not be written', {
        kind: (followed.reason as Error).name,
      });
  }
}
