import type { RoleTarget } from '../../../shared/role-target.ts';
import { AppFailure, failure } from '../app-failure.ts';
import type { AwsProfile, AwsSession } from '../aws-config/aws-profiles.ts';
import type { ConfigService } from '../aws-config/config-service.ts';
import { findSession } from './find-session.ts';
import type { PortalClient, RoleCredentials } from './portal-client.ts';
import type { RoleCredentialsCache } from './role-credentials-cache.ts';
import type { SessionStore } from './session-store.ts';

/** A role one can act as: which session it comes through, and where it looks by default. */
export interface Role {
  readonly session: AwsSession;
  readonly accountId: string;
  readonly roleName: string;
  /** Region for calls that belong to none. */
  readonly region: string;
  readonly profile: AwsProfile | undefined;
  /** Keys caches of things that belong to this role; another role in the config is another key. */
  readonly key: string;
}

/** Turns a profile or a picked role into credentials. */
export class RoleAccess {
  readonly #config: ConfigService;
  readonly #sessions: SessionStore;
  readonly #portal: (session: AwsSession) => PortalClient;
  readonly #cache: RoleCredentialsCache;

  constructor(
    config: ConfigService,
    sessions: SessionStore,
    portal: (session: AwsSession) => PortalClient,
    cache: RoleCredentialsCache,
  ) {
    this.#config = config;
    this.#sessions = sessions;
    this.#portal = portal;
    this.#cache = cache;
  }

  /** @throws {AppFailure} `profile.not-found`, `profile.not-sso`, `profile.incomplete`, `session.not-found` */
  role(target: RoleTarget): Role {
    if (target.kind === 'role') {
      const session = findSession(this.#config.state, target.sessionId);
      const { accountId, roleName } = target;
      const key = roleKey(session, accountId, roleName);
      return { session, accountId, roleName, region: session.region, profile: undefined, key };
    }
    const profile = this.#config.state.profiles.find(({ name }) => name === target.profile);
    if (profile === undefined) throw failure('profile.not-found', { profile: target.profile });
    if (profile.kind !== 'sso') throw failure('profile.not-sso', { profile: profile.name });
    const missing = (name: string) => failure('profile.incomplete', { profile: profile.name, key: name });
    if (profile.sessionId === undefined)
      throw missing(profile.keys.has('sso_session') ? 'sso_session' : 'sso_region');
    const session = findSession(this.#config.state, profile.sessionId);
    const { accountId, roleName } = profile;
    if (accountId === undefined) throw missing('sso_account_id');
    if (roleName === undefined) throw missing('sso_role_name');
    const key = roleKey(session, accountId, roleName);
    return { session, accountId, roleName, region: profile.region ?? session.region, profile, key };
  }

  /** @throws {AppFailure} `session.*`, `portal.*`, `network.*` */
  async credentials(role: Role): Promise<RoleCredentials> {
    const { session, accountId, roleName, key } = role;
    // Several may wait for one answer, so no single caller's cancel may stop it; the HTTP handler's own
    // time limits do.
    const uncancelled = new AbortController().signal;
    return this.#cache.get(session.id, key, () =>
      this.rejecting(session, (accessToken) =>
        this.#portal(session).roleCredentials(accessToken, accountId, roleName, uncancelled),
      ),
    );
  }

  /** Drops a role's credentials after a service said that those it was sent have expired. */
  dropCredentials(role: Role, used: RoleCredentials): void {
    this.#cache.drop(role.key, used);
  }

  /** Runs a portal call with the session's token; a 401 ends the session here, too. */
  async rejecting<Result>(
    session: AwsSession,
    call: (accessToken: string) => Promise<Result>,
  ): Promise<Result> {
    const accessToken = this.#sessions.accessToken(session);
    try {
      return await call(accessToken);
    } catch (thrown) {
      const rejected = thrown instanceof AppFailure && thrown.error.code === 'session.rejected';
      // Only if it is still that token: a new sign-in may have come in the meantime.
      if (rejected && this.#sessions.token(session) === accessToken) {
        this.#cache.dropOwner(session.id);
        await this.#sessions.forgetToken(session, 'rejected');
      }
      throw thrown;
    }
  }
}

/** Everything that decides whose credentials they are. A profile's name does not: it can come to mean another role. */
function roleKey({ id, startUrl, region }: AwsSession, accountId: string, roleName: string): string {
  return JSON.stringify([id, startUrl, region, accountId, roleName]);
}
