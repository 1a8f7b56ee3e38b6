import type { SSOClient } from '@aws-sdk/client-sso';
import type { PortalAccount, PortalPage, PortalRole } from '../../../shared/portal.ts';
import { AppFailure, failure } from '../app-failure.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import type { Clock } from '../ports.ts';
import { type EndpointSwitches, withoutConfiguredEndpoint } from '../support/client-settings.ts';
import type { CountingHttpHandler } from '../support/http-handler.ts';
import { httpStatus, networkFailure, technicalFacts } from '../support/network-failure.ts';
import { persist } from '../support/persist.ts';

/** The largest page the portal gives (service model: MaxResultType 1 to 100). */
const PAGE = 100;
/**
 * `patient` backs off and tries again; `once` leaves that to a caller that paces many calls together and has to hear
 * of each refusal.
 */
export type PortalAttempts = 'patient' | 'once';

/** Credentials of a role for a while, or a person's keys. All but the id are secret. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Absent for keys that belong to a person. */
  readonly sessionToken?: string;
  /** Unix milliseconds; `Infinity` for those that never expire. */
  readonly expiresAt: number;
}

/**
 * The access portal's own API for one session: accounts, roles, credentials, logout. Backs off by itself
 * when asked to (429: an organisation has about 20 requests a second) and when the service stumbles.
 * @throws {AppFailure} on everything: 401 `session.rejected`, 403 `portal.forbidden`,
 * 404 `portal.not-found`, 429 `portal.throttled`, else `portal.failed` or `network.*`.
 */
export class PortalClient {
  readonly #session: AwsSession;
  readonly #clock: Clock;
  readonly #switches: EndpointSwitches;
  readonly #client: Promise<SSOClient>;

  constructor(
    session: AwsSession,
    endpoint: string | undefined,
    handler: CountingHttpHandler,
    clock: Clock,
    switches: EndpointSwitches,
  ) {
    this.#session = session;
    this.#clock = clock;
    this.#switches = switches;
    this.#client = import('@aws-sdk/client-sso').then(({ SSOClient }) =>
      withoutConfiguredEndpoint(
        new SSOClient({
          region: session.region,
          ...switches,
          requestHandler: handler,
          maxAttempts: 1, // so that waiting is on our clock and can be cancelled
          ...(endpoint === undefined ? {} : { endpoint }),
        }),
      ),
    );
  }

  async accounts(
    accessToken: string,
    nextToken: string | undefined,
    signal: AbortSignal,
    attempts: PortalAttempts = 'patient',
  ): Promise<PortalPage<PortalAccount>> {
    const { ListAccountsCommand } = await import('@aws-sdk/client-sso');
    const client = await this.#client;
    const command = new ListAccountsCommand({ accessToken, nextToken, maxResults: PAGE });
    const answer = await this.#ask(() => client.send(command, { abortSignal: signal }), signal, attempts);
    const items = (answer.accountList ?? []).flatMap(({ accountId, accountName, emailAddress }) =>
      accountId === undefined
        ? []
        : [{ accountId, ...(accountName && { accountName }), ...(emailAddress && { emailAddress }) }],
    );
    return page(items, answer.nextToken);
  }

  async roles(
    accessToken: string,
    accountId: string,
    nextToken: string | undefined,
    signal: AbortSignal,
    attempts: PortalAttempts = 'patient',
  ): Promise<PortalPage<PortalRole>> {
    const { ListAccountRolesCommand } = await import('@aws-sdk/client-sso');
    const client = await this.#client;
    const command = new ListAccountRolesCommand({ accessToken, accountId, nextToken, maxResults: PAGE });
    const answer = await this.#ask(
      () => client.send(command, { abortSignal: signal }),
      signal,
      attempts,
      accountId,
    );
    const items = (answer.roleList ?? []).flatMap(({ roleName }) =>
      roleName === undefined ? [] : [{ accountId, roleName }],
    );
    return page(items, answer.nextToken);
  }

  async roleCredentials(
    accessToken: string,
    accountId: string,
    roleName: string,
    signal: AbortSignal,
  ): Promise<RoleCredentials> {
    const { GetRoleCredentialsCommand } = await import('@aws-sdk/client-sso');
    const client = await this.#client;
    const command = new GetRoleCredentialsCommand({ accessToken, accountId, roleName });
    const answer = await this.#ask(
      () => client.send(command, { abortSignal: signal }),
      signal,
      'patient',
      accountId,
      roleName,
    );
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = answer.roleCredentials ?? {};
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration) {
      throw failure('network.garbled', { host: await this.#host() });
    }
    return { accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration };
  }

  /** Ends the session at the portal. Tried once: signing out must not hang on a bad network. */
  async logout(accessToken: string, signal: AbortSignal): Promise<void> {
    const { LogoutCommand } = await import('@aws-sdk/client-sso');
    const client = await this.#client;
    try {
      await client.send(new LogoutCommand({ accessToken }), { abortSignal: signal });
    } catch (thrown) {
      throw await this.#explain(thrown);
    }
  }

  async #ask<Result>(
    call: () => Promise<Result>,
    signal: AbortSignal,
    attempts: PortalAttempts,
    accountId = '',
    roleName = '',
  ): Promise<Result> {
    try {
      return await (attempts === 'once' ? call() : persist(call, this.#clock, signal));
    } catch (thrown) {
      signal.throwIfAborted();
      throw await this.#explain(thrown, accountId, roleName);
    }
  }

  async #host(): Promise<string> {
    const { endpoint, endpointProvider } = (await this.#client).config;
    if (endpoint !== undefined) return (await endpoint()).hostname;
    return endpointProvider({
      Region: this.#session.region,
      UseFIPS: this.#switches.useFipsEndpoint,
      UseDualStack: this.#switches.useDualstackEndpoint,
    }).url.hostname;
  }

  async #explain(thrown: unknown, accountId = '', roleName = ''): Promise<AppFailure> {
    if (thrown instanceof AppFailure) return thrown;
    const network = networkFailure(thrown, await this.#host());
    if (network !== undefined) return network;
    const facts = technicalFacts(thrown);
    const status = httpStatus(thrown);
    switch (status) {
      case 401:
        return failure('session.rejected', { session: this.#session.name }, facts, thrown);
      case 403:
      case 404: {
        const session = this.#session.name;
        if (accountId === '') return failure('portal.accounts-forbidden', { session }, facts, thrown);
        if (roleName === '') return failure('portal.roles-forbidden', { accountId }, facts, thrown);
        const code = status === 403 ? 'portal.forbidden' : 'portal.not-found';
        return failure(code, { accountId, roleName }, facts, thrown);
      }
      case 429:
        return failure('portal.throttled', {}, facts, thrown);
      default:
        return failure('portal.failed', { status: String(status ?? (thrown as Error).name) }, facts, thrown);
    }
  }
}

function page<Item>(items: readonly Item[], nextToken: string | undefined): PortalPage<Item> {
  return nextToken === undefined ? { items } : { items, nextToken };
}
