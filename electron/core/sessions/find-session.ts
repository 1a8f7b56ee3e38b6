import type { SessionId } from '../../../shared/session.ts';
import { failure } from '../app-failure.ts';
import type { AwsProfiles, AwsSession } from '../aws-config/aws-profiles.ts';

/** @throws {AppFailure} `session.not-found` */
export function findSession(config: Pick<AwsProfiles, 'sessions'>, id: SessionId): AwsSession {
  const session = config.sessions.find((candidate) => candidate.id === id);
  if (session === undefined) throw failure('session.not-found', { session: id.replace(/^[a-z-]+:/, '') });
  return session;
}
