import type { CenterState } from './center-state.ts';
import { type Account, isAt } from './organisation.ts';
import { PageCursors } from './page-cursor.ts';
import { portalError } from './service-error.ts';
import { ACCOUNT_ACCESS, type Session } from './sessions.ts';
import { Throttle } from './throttle.ts';

/** A portal request: members by their service-model names, values as sent. */
export type PortalParams = Readonly<Record<string, string>>;

const LARGEST_PAGE = 100;

/**
 * The access portal's API: what the signed-in person may reach.
 *
 * Every operation throws ServiceError: InvalidRequestException for a missing or malformed parameter,
 * UnauthorizedException for a token that is unknown, expired, revoked, of another region or without the scope for
 * accounts,
 * TooManyRequestsException above the knob's rate.
 */
export class PortalService {
  readonly #state: CenterState;
  readonly #cursors = new PageCursors();
  readonly #throttle = new Throttle();

  constructor(state: CenterState) {
    this.#state = state;
  }

  listAccounts(params: PortalParams, region?: string): object {
    const session = this.#authorize(params, region);
    const accounts = session.organisation.accounts.filter((account) => account.roles.length > 0);
    const { items, nextToken } = this.#page('accounts', accounts, params);
    const accountList = items.map(({ accountId, accountName, emailAddress }) => ({
      accountId,
      ...(accountName !== undefined && { accountName }),
      ...(emailAddress !== undefined && { emailAddress }),
    }));
    return { ...(nextToken !== undefined && { nextToken }), accountList };
  }

  /** @throws ServiceError ResourceNotFoundException for an account the person doesn't have. */
  listAccountRoles(params: PortalParams, region?: string): object {
    const account = findAccount(this.#authorize(params, region), params);
    const { items, nextToken } = this.#page(`roles of ${account.accountId}`, account.roles, params);
    const roleList = items.map((roleName) => ({ roleName, accountId: account.accountId }));
    return { ...(nextToken !== undefined && { nextToken }), roleList };
  }

  /**
   * `expiration` is epoch milliseconds.
   *
   * @throws ServiceError ResourceNotFoundException as above, ForbiddenException for a role that isn't assigned.
   */
  getRoleCredentials(params: PortalParams, region?: string): object {
    const session = this.#authorize(params, region);
    const roleName = required(params, 'roleName');
    const account = findAccount(session, params);
    if (!account.roles.includes(roleName)) throw portalError('ForbiddenException', 'No access');
    const entry = this.#state.ledger.issue({
      accountId: account.accountId,
      roleName,
      lifetimeMs: this.#state.knobs.roleCredentialLifetimeSeconds * 1000,
      now: this.#state.knobs.clock(),
    });
    const { accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration } = entry;
    return { roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration } };
  }

  /** Ends the whole session. Role credentials already handed out live on, as with the real service. */
  logout(params: PortalParams, region?: string): void {
    this.#state.sessions.end(this.#authorize(params, region));
  }

  #authorize(params: PortalParams, region: string | undefined): Session {
    const { clock, portalRequestsPerSecond } = this.#state.knobs;
    if (!this.#throttle.allows(clock(), portalRequestsPerSecond)) {
      const { retryAfterSeconds } = this.#state.knobs;
      throw portalError('TooManyRequestsException', 'Rate exceeded', retryAfterSeconds);
    }
    const session = this.#state.sessions.find(required(params, 'accessToken'));
    const { scopes = [] } = session?.client ?? {};
    const isKnown = session !== undefined && isAt(session.organisation, region);
    if (!isKnown || (scopes.length > 0 && !scopes.includes(ACCOUNT_ACCESS))) {
      throw portalError('UnauthorizedException', 'Session token not found or invalid');
    }
    return session;
  }

  #page<Item>(listing: string, all: readonly Item[], params: PortalParams) {
    const { maxResults, nextToken: token } = params;
    const size = maxResults === undefined ? this.#state.knobs.defaultPageSize : Number(maxResults);
    if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) {
      throw portalError('InvalidRequestException', `max_result must be from 1 to ${LARGEST_PAGE}.`);
    }
    const start = token === undefined ? 0 : this.#cursors.open(listing, token);
    if (start === undefined) throw portalError('InvalidRequestException', 'next_token is invalid.');
    const end = start + size;
    const nextToken = end < all.length ? this.#cursors.seal(listing, end) : undefined;
    return { items: all.slice(start, end), nextToken };
  }
}

function findAccount(session: Session, params: PortalParams): Account {
  const accountId = required(params, 'accountId');
  if (!/^\d{12}$/.test(accountId)) {
    throw portalError('InvalidRequestException', 'account_id must be twelve digits.');
  }
  const account = session.organisation.accounts.find((one) => one.accountId === accountId);
  if (account === undefined) throw portalError('ResourceNotFoundException', 'Account not found.');
  return account;
}

function required(params: PortalParams, name: string): string {
  const value = params[name];
  if (value === undefined || value === '') {
    throw portalError('InvalidRequestException', `Missing required member '${name}'.`);
  }
  return value;
}
