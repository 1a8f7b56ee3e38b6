import type { RowStore, RowStoreSpec, RowStores } from '../row-store.ts';
import { failure } from '../../../app-failure.ts';
import { StoredListing } from './stored-listing.ts';

/** Stores on the thread that calls: for tests, and wherever a listing is small. */
export class LocalRowStores implements RowStores {
  readonly #now: (() => number) | undefined;

  /** @param now Milliseconds of a clock that never goes back */
  constructor(now?: () => number) {
    this.#now = now;
  }

  open(spec: RowStoreSpec): RowStore {
    return new LocalRowStore(new StoredListing(spec, this.#now));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Answers late, as a thread does, and in the same order. */
class LocalRowStore implements RowStore {
  #listing: StoredListing | undefined;

  constructor(listing: StoredListing) {
    this.#listing = listing;
  }

  add: RowStore['add'] = async (...call) => this.#held().add(...call);
  rows: RowStore['rows'] = async (...call) => this.#held().rows(...call);
  find: RowStore['find'] = async (...call) => this.#held().find(...call);
  select: RowStore['select'] = async (...call) => this.#held().select(...call);
  selection: RowStore['selection'] = async () => this.#held().selection();
  text: RowStore['text'] = async (...call) => this.#held().text(...call);
  selectedKeys: RowStore['selectedKeys'] = async (...call) => this.#held().selectedKeys(...call);
  classes: RowStore['classes'] = async () => this.#held().classes();
  boundaries: RowStore['boundaries'] = async (...call) => this.#held().boundaries(...call);
  beginRefresh: RowStore['beginRefresh'] = async () => this.#held().beginRefresh();
  finishRefresh: RowStore['finishRefresh'] = async () => this.#held().finishRefresh();
  abandonRefresh: RowStore['abandonRefresh'] = async () => this.#held().abandonRefresh();

  close(): void {
    this.#listing?.release();
    this.#listing = undefined;
  }

  #held(): StoredListing {
    if (this.#listing === undefined) throw failure('work.gone', {});
    return this.#listing;
  }
}
