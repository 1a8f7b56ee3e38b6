import type { PageDigest } from './row-store.ts';

export type WholePage = PageDigest & { readonly ok: true };

/** Children that were cut from a range at the same time. */
export interface Cut {
  readonly from: KeyRange;
  hits: number;
  left: number;
}

/**
 * One stretch of the key space, listed page after page. `after` < key < `before`; both may be open. Ranges of a listing
 * lie side by side without gaps, so every key belongs to exactly one.
 */
export class KeyRange {
  readonly id: number;
  readonly after: string | undefined;
  before: string | undefined;
  /** The last entry read; everything up to it is settled. */
  position: string | undefined;
  /** Where the next page begins, as S3 calls it. */
  token: string | undefined;
  state: 'ready' | 'asked' | 'reading' | 'done' = 'ready';
  /** Wanted before the others. */
  isUrgent = false;
  pages = 0;
  /** Entries of this range. */
  seen = 0;
  /** Of those, on the latest page. */
  onPage = 0;
  /** The latest page that had entries. */
  page: { readonly first: string; readonly last: string; readonly samples: readonly string[] } | undefined;
  /** Keys still to come, as far as the latest page lets one guess. */
  remaining = 0;
  /** What the page began with when probes were sent ahead from it. */
  probedFrom: string | undefined;
  /** The cut this range came from, until its first page is in. */
  cut: Cut | undefined;
  /** Cuts in a row that found nothing; no further one before so many pages. */
  vainCuts = 0;
  restUntil = 0;

  constructor(id: number, after: string | undefined, before: string | undefined) {
    this.id = id;
    this.after = after;
    this.before = before;
  }

  /** Everything up to here is read, or belongs to another range. */
  get floor(): string | undefined {
    return this.position ?? this.after;
  }
}
