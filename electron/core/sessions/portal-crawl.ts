import { type AppError, appError } from '../../../shared/app-error.ts';
import type { PortalPage, PortalRole } from '../../../shared/portal.ts';
import type { CatalogAccount, PortalCatalog } from '../../../shared/portal-catalog.ts';
import { AppFailure, failure } from '../app-failure.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import type { Clock } from '../ports.ts';
import type { PortalClient } from './portal-client.ts';
import { PortalPace } from './portal-pace.ts';

/** The pace says how many are under way; more than this it never allows. */
const WORKERS = 8;
/** How often a call is made that the network or a fault of the service gets in the way of. */
const ATTEMPTS = 3;
const FIRST_WAIT_MS = 500;
/** Errors that are about the whole session, and end everything. */
const ABOUT_SESSION: ReadonlySet<string> = new Set<AppError['code']>([
  'session.rejected',
  'session.signed-out',
  'session.not-found',
  'portal.throttled',
]);

export interface PortalCrawlOptions {
  readonly session: AwsSession;
  /** Runs a portal call with the session's token; a 401 ends the session here, too. */
  readonly rejecting: <Result>(
    session: AwsSession,
    call: (accessToken: string) => Promise<Result>,
  ) => Promise<Result>;
  readonly portal: (session: AwsSession) => Pick<PortalClient, 'accounts' | 'roles'>;
  readonly clock: Clock;
  /** `now` where a phase ends, `soon` where more has come in. */
  readonly onChange: (when: 'now' | 'soon') => void;
}

/** Lists every account of a session, then the roles of each. */
export class PortalCrawl {
  readonly #options: PortalCrawlOptions;
  readonly #pace: PortalPace;
  readonly #accounts: CatalogAccount[] = [];
  #phase: PortalCatalog['phase'] = 'listing-accounts';
  #answered = 0;
  #error: AppError | undefined;

  constructor(options: PortalCrawlOptions) {
    this.#options = options;
    this.#pace = new PortalPace(options.clock, () => options.onChange('now'));
  }

  get phase(): PortalCatalog['phase'] {
    return this.#phase;
  }

  /** Accounts so far. */
  get size(): number {
    return this.#accounts.length;
  }

  /** A copy that stays as it is. */
  get catalog(): PortalCatalog {
    return {
      phase: this.#phase,
      accounts: [...this.#accounts],
      answered: this.#answered,
      throttled:
        this.#pace.isThrottled && (this.#phase === 'listing-accounts' || this.#phase === 'listing-roles'),
      ...(this.#error === undefined ? {} : { error: this.#error }),
    };
  }

  /** @throws {AppFailure} what ended it, after it is told in the catalog; the signal's reason where that is aborted */
  async run(signal: AbortSignal): Promise<void> {
    try {
      await this.#listAccounts(signal);
      this.#to('listing-roles');
      await this.#listRoles(signal);
      this.#to('done');
    } catch (thrown) {
      signal.throwIfAborted();
      this.#error = thrown instanceof AppFailure ? thrown.error : appError('internal', {});
      this.#to('failed');
      throw thrown;
    }
  }

  #to(phase: PortalCatalog['phase']): void {
    this.#phase = phase;
    this.#options.onChange('now');
  }

  async #listAccounts(signal: AbortSignal): Promise<void> {
    const { session, portal } = this.#options;
    const seen = new Set<string>();
    const pages = this.#pages(signal, (token, next) => portal(session).accounts(token, next, signal, 'once'));
    for await (const items of pages) {
      for (const account of items) {
        // A page may repeat what moved while it was asked for.
        if (seen.has(account.accountId)) continue;
        seen.add(account.accountId);
        this.#accounts.push(account);
      }
      this.#options.onChange('soon');
    }
  }

  async #listRoles(outer: AbortSignal): Promise<void> {
    const broken = new AbortController();
    const signal = AbortSignal.any([outer, broken.signal]);
    const queue = this.#accounts.entries();
    const work = async () => {
      for (const [index, account] of queue) {
        try {
          this.#accounts[index] = await this.#withRoles(account, signal);
        } catch (thrown) {
          broken.abort(thrown); // the first one counts; the others end because of it
          return;
        }
        this.#answered += 1;
        this.#options.onChange('soon');
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
    signal.throwIfAborted();
  }

  /** @throws only what is about the whole session */
  async #withRoles(account: CatalogAccount, signal: AbortSignal): Promise<CatalogAccount> {
    const { session, portal } = this.#options;
    const { accountId } = account;
    try {
      const roles = new Set<string>();
      const pages = this.#pages<PortalRole>(signal, (token, next) =>
        portal(session).roles(token, accountId, next, signal, 'once'),
      );
      for await (const items of pages) for (const { roleName } of items) roles.add(roleName);
      return { ...account, roles: [...roles] };
    } catch (thrown) {
      signal.throwIfAborted();
      if (!(thrown instanceof AppFailure) || ABOUT_SESSION.has(thrown.error.code)) throw thrown;
      return { ...account, error: thrown.error };
    }
  }

  async *#pages<Item>(
    signal: AbortSignal,
    ask: (accessToken: string, nextToken: string | undefined) => Promise<PortalPage<Item>>,
  ): AsyncGenerator<readonly Item[]> {
    const asked = new Set<string>();
    let next: string | undefined;
    do {
      const token = next;
      const page = await this.#persist(signal, (accessToken) => ask(accessToken, token));
      yield page.items;
      next = page.nextToken;
      // A list that leads back into itself would never end.
      if (next !== undefined && asked.has(next)) throw failure('portal.failed', { status: 'NextToken' });
      if (next !== undefined) asked.add(next);
    } while (next !== undefined);
  }

  /** Tries a call again where only the network or a fault of the service is in the way. */
  async #persist<Result>(
    signal: AbortSignal,
    call: (accessToken: string) => Promise<Result>,
  ): Promise<Result> {
    const { session, rejecting, clock } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#pace.run(signal, () => rejecting(session, call));
      } catch (thrown) {
        signal.throwIfAborted();
        if (attempt >= ATTEMPTS || !mayPass(thrown)) throw thrown;
        const longest = FIRST_WAIT_MS * 2 ** (attempt - 1);
        await clock.sleep(longest / 2 + Math.random() * (longest / 2), signal);
      }
    }
  }
}

function mayPass(thrown: unknown): boolean {
  if (!(thrown instanceof AppFailure)) return false;
  const { error } = thrown;
  if (error.code === 'portal.failed')
    return /^5\d\d$/.test(error.params.status) && error.params.status !== '501';
  return error.code.startsWith('network.') && error.code !== 'network.certificate';
}
