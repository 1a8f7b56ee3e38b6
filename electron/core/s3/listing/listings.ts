import type {
  ListingRows,
  Listings as ListingStates,
  ListingSpec,
  ListingView,
  RowTextForm,
  SelectionChange,
  SelectionSummary,
} from '../../../../shared/listing.ts';
import { failure } from '../../app-failure.ts';
import { Snapshots } from '../../bridge/snapshots.ts';
import type { Clock } from '../../ports.ts';
import type { BucketCalls } from '../bucket-calls.ts';
import { Listing, type RecordListing } from './listing.ts';
import type { RowStores } from './row-store.ts';

/** How often the page hears of a listing that runs. */
const NEWS_EVERY_MS = 100;

interface Kept {
  readonly listing: Listing;
  news: NodeJS.Timeout | undefined;
}

/** All listings that pages look at, by the ids that the pages gave them. */
export class Listings {
  readonly snapshots = new Snapshots<ListingStates>({}, 5);
  readonly #calls: BucketCalls;
  readonly #stores: RowStores;
  readonly #clock: Clock;
  readonly #record: RecordListing;
  readonly #kept = new Map<string, Kept>();
  readonly #outdated = new Set<string>();

  /** @param record keeps a record of each listing's first pass; see {@link RecordListing} */
  constructor(
    calls: BucketCalls,
    stores: RowStores,
    clock: Clock,
    record: RecordListing = (_spec, _signal, run) => run(),
  ) {
    this.#calls = calls;
    this.#stores = stores;
    this.#clock = clock;
    this.#record = record;
  }

  /**
   * Begins a listing and holds it until the signal is aborted; then everything of it ends and its rows go. What goes
   * wrong with it is told in its state, so that the rows so far stay.
   * @throws {AppFailure} `bridge.bad-request` for an id in use
   */
  async keep(id: string, spec: ListingSpec, signal: AbortSignal): Promise<Record<string, never>> {
    if (this.#kept.has(id)) {
      throw failure('bridge.bad-request', { request: 'listing.keep', reason: 'listingId' });
    }
    if (signal.aborted) return {};
    const listing = new Listing({
      spec,
      calls: this.#calls,
      stores: this.#stores,
      clock: this.#clock,
      record: this.#record,
      onChange: (when) => this.#news(id, when),
    });
    this.#kept.set(id, { listing, news: undefined });
    listing.start();
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    clearTimeout(this.#kept.get(id)?.news);
    this.#kept.delete(id);
    this.#outdated.delete(id);
    this.snapshots.update(({ [id]: _gone, ...others }) => others);
    await listing.close();
    return {};
  }

  // Each of these throws {AppFailure} `work.gone` for an id that isn't kept.

  rows(id: string, view: ListingView, from: number, count: number, anchor?: number): Promise<ListingRows> {
    return this.#listing(id).rows(view, from, count, anchor);
  }

  async find(id: string, view: ListingView, text: string, match: 'begins' | 'equals', from: number) {
    const index = await this.#listing(id).find(view, text, match, from);
    return index === undefined ? {} : { index };
  }

  select(id: string, view: ListingView, change: SelectionChange): Promise<SelectionSummary> {
    return this.#listing(id).select(view, change);
  }

  text(id: string, view: ListingView, form: RowTextForm) {
    return this.#listing(id).text(view, form);
  }

  specOf(id: string): ListingSpec {
    return this.#listing(id).spec;
  }

  async selection(id: string): Promise<SelectionSummary> {
    return this.#listing(id).state.selection;
  }

  /** What is selected, for a deletion: at most `count` keys from the `from`-th on. Folders end in `/`. */
  selectedKeys(id: string, from: number, count: number): Promise<readonly string[]> {
    return this.#listing(id).selectedKeys(from, count);
  }

  hasten(id: string, text: string): void {
    this.#listing(id).hasten(text);
  }

  stop(id: string): void {
    this.#listing(id).stop();
  }

  resume(id: string): void {
    this.#listing(id).start();
  }

  refresh(id: string): void {
    this.#listing(id).refresh();
  }

  /**
   * Lists everything of a bucket again after something of it was deleted: at once, or when a listing that runs is
   * through. What a person stopped, or what failed, might be endless.
   */
  refreshBucket(bucket: string): void {
    for (const [id, { listing }] of this.#kept) {
      if (listing.spec.at.bucket !== bucket) continue;
      const { phase } = listing.state;
      if (phase === 'done') listing.refresh();
      // What it read before may be gone; it begins again once it is through.
      else if (phase === 'running' || phase === 'waiting') this.#outdated.add(id);
    }
  }

  #listing(id: string): Listing {
    const kept = this.#kept.get(id);
    if (kept === undefined) throw failure('work.gone', {});
    return kept.listing;
  }

  #news(id: string, when: 'now' | 'soon'): void {
    const kept = this.#kept.get(id);
    if (kept === undefined) return;
    if (when === 'now') {
      clearTimeout(kept.news);
      kept.news = undefined;
      this.#publish(id, kept.listing);
      return;
    }
    kept.news ??= setTimeout(() => {
      kept.news = undefined;
      void kept.listing
        .updateClasses()
        .catch(() => {})
        .then(() => this.#publish(id, kept.listing));
    }, NEWS_EVERY_MS);
  }

  #publish(id: string, listing: Listing): void {
    if (!this.#kept.has(id)) return;
    const { state } = listing;
    this.snapshots.update((states) => ({ ...states, [id]: state }));
    if (state.phase === 'done' && this.#outdated.delete(id)) listing.refresh();
  }
}
