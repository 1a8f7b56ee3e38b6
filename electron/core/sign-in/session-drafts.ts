import type { SsoSessionFields } from '../../../shared/config-change.ts';
import type { SessionId, SessionKind } from '../../../shared/session.ts';
import { failure } from '../app-failure.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import { sectionHeader } from '../aws-config/document/section-header.ts';
import { demandValue } from '../aws-config/document/writable.ts';

/** What a session without `sso_registration_scopes` asks for: the AWS CLI's own default. */
const DEFAULT_SCOPES = ['sso:account:access'];

/**
 * Sessions that are being set up: one can sign in to them, and they stand in no config file yet. They have the ids
 * that they will have there, so that a sign-in outlives the writing.
 */
export class SessionDrafts {
  readonly #inConfig: () => readonly AwsSession[];
  readonly #changed: () => void;
  readonly #drafts = new Map<SessionId, AwsSession>();

  /** @param inConfig the sessions that the config files hold now */
  constructor(inConfig: () => readonly AwsSession[], changed: () => void) {
    this.#inConfig = inConfig;
    this.#changed = changed;
  }

  /** Oldest first, those included that stand in the config by now. */
  get sessions(): readonly AwsSession[] {
    return [...this.#drafts.values()];
  }

  /**
   * Makes a draft, or the one of the same id anew. Where the config holds this very session, that one is meant.
   * @throws {AppFailure} `config.bad-value`; `config.name-taken` where the config holds another session of that name
   */
  add(fields: SsoSessionFields, kind: SessionKind): AwsSession {
    const draft = makeSession(fields, kind);
    const standing = this.#inConfig().find(({ id }) => id === draft.id);
    if (standing !== undefined) {
      const same = standing.startUrl === draft.startUrl && standing.region === draft.region;
      if (!same) throw failure('config.name-taken', { name: draft.name });
      return standing;
    }
    this.#drafts.set(draft.id, draft);
    this.#changed();
    return draft;
  }

  /** Puts a draft away. @returns what was put away, so that it can be signed out; undefined where there was none */
  drop(id: SessionId): AwsSession | undefined {
    const draft = this.#drafts.get(id);
    if (this.#drafts.delete(id)) this.#changed();
    return draft;
  }
}

/**
 * The session that reading the config would make of these fields (`aws-profiles.ts`).
 * @throws {AppFailure} `config.bad-value` for what can't be written so that it is read back
 */
function makeSession(fields: SsoSessionFields, kind: SessionKind): AwsSession {
  const { name, startUrl, region } = fields;
  demandValue('sso_start_url', startUrl);
  demandValue('sso_region', region);
  if (kind === 'legacy') {
    const host = URL.parse(startUrl)?.host ?? startUrl;
    const id = `legacy:${startUrl}`;
    return { id, kind, cacheKey: startUrl, name: host, startUrl, region, registrationScopes: [] };
  }
  sectionHeader('sso-session', name, 'config');
  const scopes = fields.registrationScopes.join(',');
  if (scopes !== '') demandValue('sso_registration_scopes', scopes);
  const asked = scopes.split(',').flatMap((scope) => scope.trim() || []);
  const registrationScopes = asked.length === 0 ? DEFAULT_SCOPES : asked;
  return { id: `sso-session:${name}`, kind, cacheKey: name, name, startUrl, region, registrationScopes };
}
