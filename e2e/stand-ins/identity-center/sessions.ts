import type { Client } from './client-registry.ts';
import type { IssuedSecrets } from './issued-secrets.ts';
import type { Knobs } from './knobs.ts';
import type { Organisation } from './organisation.ts';
import { oidcError } from './service-error.ts';

/** One sign-in of the person, from approval until it ends. Times are epoch milliseconds. */
export interface Session {
  client: Client;
  organisation: Organisation;
  endsAt: number;
  ended: boolean;
}

export interface TokenSet {
  accessToken: string;
  expiresInSeconds: number;
  refreshToken: string | undefined;
}

/** The scope that opens the portal and makes a session refreshable. */
export const ACCOUNT_ACCESS = 'sso:account:access';

export class Sessions {
  readonly #all: Session[] = [];
  readonly #accessTokens = new Map<string, { session: Session; expiresAt: number }>();
  readonly #refreshTokens = new Map<string, Session>();
  readonly #knobs: Knobs;
  readonly #secrets: IssuedSecrets;

  constructor(knobs: Knobs, secrets: IssuedSecrets) {
    this.#knobs = knobs;
    this.#secrets = secrets;
  }

  begin(client: Client, organisation: Organisation): TokenSet {
    const lifetime = isLegacy(client)
      ? this.#knobs.legacyTokenLifetimeSeconds
      : this.#knobs.sessionLifetimeSeconds;
    const endsAt = this.#knobs.clock() + lifetime * 1000;
    const session: Session = { client, organisation, endsAt, ended: false };
    this.#all.push(session);
    return this.#tokens(session, refreshable(client) ? this.#newRefreshToken(session) : undefined);
  }

  /**
   * Access tokens handed out earlier stay good until they expire.
   *
   * @throws ServiceError InvalidGrantException for a refresh token that is unknown, rotated away, another client's,
   * or of a session that is over.
   */
  refresh(client: Client, refreshToken: string): TokenSet {
    const session = this.#refreshTokens.get(refreshToken);
    if (session === undefined || session.client !== client || !this.#isOpen(session)) {
      throw oidcError('InvalidGrantException', 'The refresh token is invalid or its session has ended.');
    }
    if (!this.#knobs.rotateRefreshTokens) {
      return this.#tokens(session, this.#knobs.repeatRefreshToken ? refreshToken : undefined);
    }
    this.#refreshTokens.delete(refreshToken);
    return this.#tokens(session, this.#newRefreshToken(session));
  }

  /** The session an access token belongs to, or `undefined` if the token is unknown, expired or revoked. */
  find(accessToken: string): Session | undefined {
    const token = this.#accessTokens.get(accessToken);
    const good = token !== undefined && this.#knobs.clock() < token.expiresAt && this.#isOpen(token.session);
    return good ? token.session : undefined;
  }

  end(session: Session): void {
    session.ended = true;
  }

  endAll(): void {
    for (const session of this.#all) this.end(session);
  }

  #isOpen(session: Session): boolean {
    return !session.ended && this.#knobs.clock() < session.endsAt;
  }

  #newRefreshToken(session: Session): string {
    const token = this.#secrets.make('aorAAAAAG', 280);
    this.#refreshTokens.set(token, session);
    return token;
  }

  #tokens(session: Session, refreshToken: string | undefined): TokenSet {
    const now = this.#knobs.clock();
    const wanted = isLegacy(session.client)
      ? this.#knobs.legacyTokenLifetimeSeconds
      : this.#knobs.tokenLifetimeSeconds;
    const expiresAt = Math.min(now + wanted * 1000, session.endsAt);
    const accessToken = this.#secrets.make('aoaAAAAAG', 280);
    this.#accessTokens.set(accessToken, { session, expiresAt });
    return { accessToken, expiresInSeconds: Math.floor((expiresAt - now) / 1000), refreshToken };
  }
}

function refreshable(client: Client): boolean {
  return client.scopes.includes(ACCOUNT_ACCESS) && client.grantTypes.includes('refresh_token');
}

/** Registered without scopes, as tools did before sessions could be refreshed. */
function isLegacy(client: Client): boolean {
  return client.scopes.length === 0;
}
