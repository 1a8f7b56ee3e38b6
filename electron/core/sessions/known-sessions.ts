import type { SessionId } from '../../../shared/session.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import type { SessionDrafts } from '../sign-in/session-drafts.ts';
import { findSession } from './find-session.ts';

/** Every session one can sign in to: those of the config, and those being set up. */
export class KnownSessions {
  readonly #inConfig: () => readonly AwsSession[];
  readonly #drafts: SessionDrafts;

  constructor(inConfig: () => readonly AwsSession[], drafts: SessionDrafts) {
    this.#inConfig = inConfig;
    this.#drafts = drafts;
  }

  get all(): readonly AwsSession[] {
    const standing = this.#inConfig();
    const ids = new Set(standing.map(({ id }) => id));
    return [...standing, ...this.#drafts.sessions.filter(({ id }) => !ids.has(id))];
  }

  /** @throws {AppFailure} `session.not-found` */
  find(id: SessionId): AwsSession {
    return findSession({ sessions: this.all }, id);
  }

  /** Whether a session stands in the config, and isn't only being set up. */
  isInConfig(id: SessionId): boolean {
    return this.#inConfig().some((session) => session.id === id);
  }
}
