import type { RoleTarget } from '../../../shared/role-target.ts';
import { AppFailure, failure } from '../app-failure.ts';
import type { AwsProfile, AwsSession } from '../aws-config/aws-profiles.ts';
import type { ConfigService } from '../aws-config/config-service.ts';
import { findSession } from './find-session.ts';
import type { PortalClient, RoleCredentials } from './portal-client.ts';
import { asRoleCredentials } from './profile-credentials/as-role-credentials.ts';
import type { AssumeRolePlan, CredentialPlan } from './profile-credentials/credential-plan.ts';
import { ssoKey } from './profile-credentials/plan-key.ts';
import type { ProfileCredentials } from './profile-credentials/profile-credentials.ts';
import { roleAccount } from './profile-credentials/profile-region.ts';
import { sourceExpired, stsFailure } from './profile-credentials/sts-failure.ts';
import type { RoleCredentialsCache } from './role-credentials-cache.ts';
import type { SessionStore } from './session-store.ts';

/** Somebody one can act as: how to come to their credentials, and where they look by default. */
export interface Role {
  readonly plan: CredentialPlan;
  /** Twelve digits; absent where only AWS knows (keys, processes). */
  readonly accountId?: string;
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
  readonly #profiles: ProfileCredentials;

  constructor(
    config: ConfigService,
    sessions: SessionStore,
    portal: (session: AwsSession) => PortalClient,
    cache: RoleCredentialsCache,
    profiles: ProfileCredentials,
  ) {
    this.#config = config;
    this.#sessions = sessions;
    this.#portal = portal;
    this.#cache = cache;
    this.#profiles = profiles;
  }

  /**
   * @throws {AppFailure} `profile.not-found`, `profile.incomplete`, `profile.source-missing`, `profile.source-cycle`,
   * `profile.kind-unknown`, `session.not-found`
   */
  role(target: RoleTarget): Role {
    const { state } = this.#config;
    if (target.kind === 'role') {
      const session = findSession(state, target.sessionId);
      const { accountId, roleName } = target;
      const key = ssoKey(session, accountId, roleName);
      const plan: CredentialPlan = { kind: 'sso', session, accountId, roleName, key, owner: session.id };
      return { plan, accountId, region: session.region, profile: undefined, key };
    }
    const profile = state.profiles.find(({ name }) => name === target.profile);
    if (profile === undefined) throw failure('profile.not-found', { profile: target.profile });
    const plan = this.#profiles.plan(profile, state);
    const accountId = accountOf(plan, profile);
    const region = this.#profiles.region(profile, state);
    return { plan, ...(accountId === undefined ? {} : { accountId }), region, profile, key: plan.key };
  }

  /**
   * Several may wait for the same credentials; fetching them ends early only when all who wait have left.
   * @param signal lets a caller leave
   * @throws {AppFailure} `session.*`, `portal.*`, `profile.*`, `network.*`; the signal's reason once it is aborted
   */
  async credentials(role: Role, signal?: AbortSignal): Promise<RoleCredentials> {
    return this.#credentials(role.plan, signal);
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

  /** Each link of a chain is kept for itself: what several roles build on is fetched, and asked for, once. */
  #credentials(plan: CredentialPlan, signal: AbortSignal | undefined): Promise<RoleCredentials> {
    // Keys of the profile itself are not kept a second time.
    if (plan.kind === 'static') return Promise.resolve(asRoleCredentials(plan));
    return this.#cache.get(plan.owner, plan.key, (fetching) => this.#fetch(plan, fetching), signal);
  }

  #fetch(plan: CredentialPlan, signal: AbortSignal): Promise<RoleCredentials> {
    switch (plan.kind) {
      case 'sso': {
        const { session, accountId, roleName } = plan;
        return this.rejecting(session, (accessToken) =>
          this.#portal(session).roleCredentials(accessToken, accountId, roleName, signal),
        );
      }
      case 'static':
        return Promise.resolve(asRoleCredentials(plan));
      case 'assume-role':
        return this.#assumeRole(plan, signal);
      default:
        return this.#profiles.provide(plan, signal);
    }
  }

  async #assumeRole(plan: AssumeRolePlan, signal: AbortSignal): Promise<RoleCredentials> {
    let renewed = false;
    for (;;) {
      const source = await this.#credentials(plan.source, signal);
      try {
        return await this.#profiles.assumeRole(plan, source, signal);
      } catch (thrown) {
        signal.throwIfAborted();
        if (renewed || !sourceExpired(thrown)) throw stsFailure(thrown, plan);
        renewed = true;
        this.#cache.drop(plan.source.key, source);
      }
    }
  }
}

function accountOf(plan: CredentialPlan, profile: AwsProfile): string | undefined {
  if (plan.kind === 'sso') return plan.accountId;
  if (plan.kind === 'assume-role' || plan.kind === 'web-identity') return roleAccount(plan.roleArn);
  return profile.keys.get('aws_account_id') || undefined;
}
