import { appError, type AppError } from '../../shared/app-error.ts';
import { addressKey } from '../../shared/bucket-address.ts';
import type { ListingSpec, ListingState, ListingView } from '../../shared/listing.ts';
import { toAppError } from './bridge-error.ts';
import type { BridgeClient } from './client.ts';
import { ListingRowWindow } from './listing-rows.ts';

/** A listing that the process behind the page holds for it, and the rows of it that the page has. */
export interface PooledListing {
  readonly id: string;
  readonly spec: ListingSpec;
  readonly rows: ListingRowWindow;
  /** Why it could not begin, or why it is gone. */
  readonly error: AppError | undefined;
}

interface Entry extends PooledListing {
  error: AppError | undefined;
  readonly controller: AbortController;
  used: boolean;
  /** Told of an error. */
  changed: () => void;
  /** Stopped because nobody looked; it goes on with the next look. */
  paused: boolean;
  pause: ReturnType<typeof setTimeout> | undefined;
}

/** Listings kept though nobody looks at them, and how many rows they may hold together. */
const IDLE = 6;
const IDLE_ROWS = 2_000_000;
/** A listing that nobody looks at goes on for so long; then it waits. */
const PAUSE_MS = 10_000;
const FIRST_VIEW: ListingView = { sort: { column: 'name', direction: 'ascending' }, filter: '' };

/** What a table of usual height shows first. */
const FIRST_SCREEN = { first: 0, last: 40 };

/** What says all there is to say of a spec. */
export function specKey({ at, prefix, kind, criteria }: ListingSpec): string {
  return JSON.stringify([addressKey(at), prefix, kind, criteria ?? null]);
}

/**
 * Listings in use, and the last few that were, so that going back to a folder shows it at once. One that is in use
 * is never shared: two views of the same folder have each their own order and selection.
 */
export class ListingPool {
  readonly #client: BridgeClient;
  /** Those not in use come in the order in which they were given back. */
  readonly #entries = new Set<Entry>();

  constructor(client: BridgeClient) {
    this.#client = client;
  }

  /** Begins a listing, or takes up one that was given back. @param changed is called when it fails */
  take(spec: ListingSpec, view: ListingView = FIRST_VIEW, changed: () => void = () => {}): PooledListing {
    const key = specKey(spec);
    const kept = [...this.#entries].find((entry) => !entry.used && specKey(entry.spec) === key);
    if (kept !== undefined && kept.error === undefined && this.#state(kept)?.phase !== 'failed') {
      this.#resume(kept);
      kept.used = true;
      kept.changed = changed;
      return kept;
    }
    if (kept !== undefined) this.#drop(kept);
    return this.#begin(spec, view, changed);
  }

  /** Begins a folder that is about to be shown, and asks for its first rows; somebody takes it up in a moment. */
  prepare(spec: ListingSpec): void {
    const key = specKey(spec);
    if ([...this.#entries].some((entry) => !entry.used && specKey(entry.spec) === key)) return;
    const entry = this.#begin(spec, FIRST_VIEW, () => {});
    this.giveBack(entry);
    entry.rows.want(FIRST_SCREEN);
  }

  /** Gives a listing back. Folders and searches that went well are kept for a while. */
  giveBack(listing: PooledListing): void {
    const entry = [...this.#entries].find(({ id }) => id === listing.id);
    if (entry === undefined) return;
    entry.used = false;
    entry.changed = () => {};
    entry.rows.rest();
    if (entry.spec.kind === 'measure' || entry.error !== undefined) return this.#drop(entry);
    entry.pause = setTimeout(() => this.#pause(entry), PAUSE_MS);
    // To the end of the line.
    this.#entries.delete(entry);
    this.#entries.add(entry);
    this.#trim();
  }

  #begin(spec: ListingSpec, view: ListingView, changed: () => void): Entry {
    const id = crypto.randomUUID();
    const controller = new AbortController();
    const rows = new ListingRowWindow(
      (request, signal) => this.#client.call('listing.rows', { listingId: id, ...request }, { signal }),
      view,
    );
    const entry: Entry = {
      id,
      spec,
      rows,
      error: undefined,
      controller,
      used: true,
      changed,
      paused: false,
      pause: undefined,
    };
    this.#entries.add(entry);
    const over = (error: AppError) => {
      if (controller.signal.aborted) return;
      entry.error = error;
      entry.changed();
      if (!entry.used) this.#drop(entry);
    };
    this.#client.call('listing.keep', { listingId: id, spec }, { signal: controller.signal }).then(
      () => over(appError('work.gone', {})),
      (thrown: unknown) => over(toAppError(thrown)),
    );
    return entry;
  }

  #state(entry: Entry): ListingState | undefined {
    return this.#client.events.last('listings')?.[entry.id];
  }

  #pause(entry: Entry): void {
    const phase = this.#state(entry)?.phase;
    if (entry.used || (phase !== 'running' && phase !== 'waiting')) return;
    entry.paused = true;
    this.#tell('listing.stop', entry);
  }

  #resume(entry: Entry): void {
    clearTimeout(entry.pause);
    if (entry.paused) this.#tell('listing.resume', entry);
    entry.paused = false;
  }

  #tell(name: 'listing.stop' | 'listing.resume', { id }: Entry): void {
    // Where it fails the listing is gone, which `listing.keep` tells as well.
    this.#client.call(name, { listingId: id }).catch(() => {});
  }

  #trim(): void {
    const idle = [...this.#entries].filter(({ used }) => !used);
    let rows = 0;
    idle.toReversed().forEach((entry, index) => {
      rows += this.#state(entry)?.rows ?? 0;
      // The one left last stays, whatever its size.
      if (index > 0 && (index >= IDLE || rows > IDLE_ROWS)) this.#drop(entry);
    });
  }

  #drop(entry: Entry): void {
    clearTimeout(entry.pause);
    entry.controller.abort();
    this.#entries.delete(entry);
  }
}

const pools = new WeakMap<BridgeClient, ListingPool>();

/** The one pool of a bridge. */
export function listingPool(client: BridgeClient): ListingPool {
  const pool = pools.get(client) ?? new ListingPool(client);
  pools.set(client, pool);
  return pool;
}
