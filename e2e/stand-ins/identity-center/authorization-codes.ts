import { createHash } from 'node:crypto';
import type { Client } from './client-registry.ts';
import type { IssuedSecrets } from './issued-secrets.ts';
import type { Knobs } from './knobs.ts';
import type { Organisation } from './organisation.ts';
import { oidcError } from './service-error.ts';

/** What an authorization code is good for. */
export interface CodeGrant {
  client: Client;
  organisation: Organisation;
  /** As in the authorization request, port included. */
  redirectUri: string;
  /** base64url(SHA-256(verifier)), RFC 7636 method S256. */
  codeChallenge: string;
}

/** RFC 6749 §4.1.2 recommends ten minutes at most. */
const CODE_LIFETIME_MS = 10 * 60 * 1000;

export class AuthorizationCodes {
  readonly #grants = new Map<string, CodeGrant & { expiresAt: number }>();
  readonly #knobs: Knobs;
  readonly #secrets: IssuedSecrets;

  constructor(knobs: Knobs, secrets: IssuedSecrets) {
    this.#knobs = knobs;
    this.#secrets = secrets;
  }

  issue(grant: CodeGrant): string {
    const code = this.#secrets.make('', 48);
    this.#grants.set(code, { ...grant, expiresAt: this.#knobs.clock() + CODE_LIFETIME_MS });
    return code;
  }

  /**
   * Exchanges a code, once.
   *
   * @throws ServiceError InvalidGrantException for a code that is unknown, used, expired or another client's, and
   * for a redirect URI or verifier that doesn't belong to it.
   */
  redeem(client: Client, code: string, redirectUri: string, codeVerifier: string): CodeGrant {
    const grant = this.#grants.get(code);
    const good =
      grant !== undefined &&
      grant.client === client &&
      this.#knobs.clock() < grant.expiresAt &&
      grant.redirectUri === redirectUri &&
      grant.codeChallenge === createHash('sha256').update(codeVerifier).digest('base64url');
    if (!good) throw oidcError('InvalidGrantException', 'The authorization code is invalid.');
    this.#grants.delete(code);
    return grant;
  }
}
