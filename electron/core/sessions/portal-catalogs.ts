import { appError } from '../../../shared/app-error.ts';
import type { PortalCatalogs as CatalogStates } from '../../../shared/portal-catalog.ts';
import type { SessionId } from '../../../shared/session.ts';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import { Snapshots } from '../bridge/snapshots.ts';
import { PortalCrawl, type PortalCrawlOptions } from './portal-crawl.ts';

/** How often pages hear of a catalog that grows; a large one, which is sent as a whole, in proportion less often. */
const NEWS_EVERY_MS = 100;
const ACCOUNTS_PER_NEWS = 1000;
/** How long a finished catalog is kept for the next that asks. */
const KEPT_MS = 5 * 60_000;

export interface PortalCatalogsOptions extends Pick<PortalCrawlOptions, 'rejecting' | 'portal' | 'clock'> {
  /** Tells one sign-in of a session from another (Unix ms at which it began); undefined while nobody is signed in. */
  readonly signedInAt: (session: AwsSession) => number | undefined;
  /** Runs a crawl and keeps a record of it as one entry. The outcome is passed on. */
  readonly record?: (session: AwsSession, signal: AbortSignal, run: () => Promise<void>) => Promise<void>;
}

interface Kept {
  /** Whose catalog it is: another sign-in, region or portal is another catalog. */
  readonly key: string;
  readonly crawl: PortalCrawl;
  readonly halt: AbortController;
  /** Stops the timer of the next news; undefined where none is due. */
  news: AbortController | undefined;
  /** How long it is kept without holders; undefined while there are some. */
  expiry: { readonly at: number; readonly timer: AbortController } | undefined;
}

/** Every account and role of the sessions that somebody looks at; one crawl for each, however many look. */
export class PortalCatalogs {
  readonly snapshots = new Snapshots<CatalogStates>({}, 5);
  readonly #options: PortalCatalogsOptions;
  readonly #kept = new Map<SessionId, Kept>();
  readonly #holders = new Map<SessionId, number>();

  constructor(options: PortalCatalogsOptions) {
    this.#options = options;
  }

  /**
   * Lists a session's accounts and roles, or joins those that hold the list already, until the signal is aborted. The
   * last to go stops it. What goes wrong is told in the catalog; who asks again after that begins anew.
   * @param fresh a list that is finished is not used again, but listed once more for all who hold it
   */
  async keep(session: AwsSession, signal: AbortSignal, fresh = false): Promise<void> {
    if (signal.aborted) return;
    const { id } = session;
    this.#holders.set(id, (this.#holders.get(id) ?? 0) + 1);
    this.#publish(id, this.#crawlOf(session, fresh));
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    const others = (this.#holders.get(id) ?? 1) - 1;
    if (others > 0) this.#holders.set(id, others);
    else this.#putAway(id);
  }

  /** Forgets what belongs to a sign-in that is over. Pages that still hold it are told so. */
  forget(id: SessionId, name: string): void {
    const kept = this.#kept.get(id);
    if (kept === undefined) return;
    this.#stop(id, kept);
    if (!this.#holders.has(id)) return;
    const error = appError('session.signed-out', { session: name });
    const gone = { phase: 'failed', accounts: [], answered: 0, throttled: false, error } as const;
    this.snapshots.update((states) => ({ ...states, [id]: gone }));
  }

  /** Ends everything under way. */
  close(): void {
    for (const [id, kept] of this.#kept) this.#stop(id, kept);
  }

  #crawlOf(session: AwsSession, fresh: boolean): Kept {
    const key = JSON.stringify([session.startUrl, session.region, this.#options.signedInAt(session)]);
    const present = this.#kept.get(session.id);
    // By the clock, too: timers don't run while a computer sleeps.
    const isOld = present?.expiry !== undefined && present.expiry.at <= this.#options.clock.now();
    const isOver = isOld || (fresh && present?.crawl.phase === 'done');
    if (present?.key === key && present.crawl.phase !== 'failed' && !isOver) {
      present.expiry?.timer.abort();
      present.expiry = undefined;
      return present;
    }
    if (present !== undefined) this.#stop(session.id, present);
    return this.#begin(session, key);
  }

  #begin(session: AwsSession, key: string): Kept {
    const { rejecting, portal, clock, record = (_session, _signal, run) => run() } = this.#options;
    const halt = new AbortController();
    const crawl = new PortalCrawl({
      session,
      rejecting,
      portal,
      clock,
      onChange: (when) => this.#news(session.id, kept, when),
    });
    const kept: Kept = { key, crawl, halt, news: undefined, expiry: undefined };
    this.#kept.set(session.id, kept);
    // How it ended stands in the catalog already.
    record(session, halt.signal, () => crawl.run(halt.signal)).catch(() => undefined);
    return kept;
  }

  /** Nobody holds it any more. */
  #putAway(id: SessionId): void {
    this.#holders.delete(id);
    this.snapshots.update(({ [id]: _gone, ...others }) => others);
    const kept = this.#kept.get(id);
    if (kept === undefined) return;
    if (kept.crawl.phase !== 'done') return this.#stop(id, kept);
    const { clock } = this.#options;
    const timer = new AbortController();
    kept.expiry = { at: clock.now() + KEPT_MS, timer };
    clock.sleep(KEPT_MS, timer.signal).then(
      () => this.#stop(id, kept),
      () => undefined, // held again
    );
  }

  #stop(id: SessionId, kept: Kept): void {
    kept.halt.abort();
    kept.news?.abort();
    kept.expiry?.timer.abort();
    if (this.#kept.get(id) === kept) this.#kept.delete(id);
  }

  #news(id: SessionId, kept: Kept, when: 'now' | 'soon'): void {
    if (when === 'now') {
      kept.news?.abort();
      kept.news = undefined;
      return this.#publish(id, kept);
    }
    if (kept.news !== undefined || kept.halt.signal.aborted) return;
    const news = new AbortController();
    kept.news = news;
    const times = Math.max(1, Math.ceil(kept.crawl.size / ACCOUNTS_PER_NEWS));
    this.#options.clock.sleep(NEWS_EVERY_MS * times, news.signal).then(
      () => {
        kept.news = undefined;
        this.#publish(id, kept);
      },
      () => undefined, // told already, or gone
    );
  }

  #publish(id: SessionId, kept: Kept): void {
    if (this.#kept.get(id) !== kept || !this.#holders.has(id)) return;
    const { catalog } = kept.crawl;
    this.snapshots.update((states) => ({ ...states, [id]: catalog }));
  }
}
