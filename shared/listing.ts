import type { AppError } from './app-error.ts';
import type { BucketAddress } from './bucket-address.ts';

/**
 * What to list. A listing's rows stay in the process behind the page, which pulls only those it shows; the
 * page makes the id (a UUID) and holds the listing by keeping its `listing.keep` request open.
 */
export interface ListingSpec {
  readonly at: BucketAddress;
  /** Keys begin with this; empty for the whole bucket. */
  readonly prefix: string;
  /**
   * - `folder`: one level, with `/` as delimiter: folders (common prefixes) and objects.
   * - `search`: every key below the prefix that meets the criteria.
   * - `measure`: no rows; counts and bytes by storage class of everything below the prefix.
   */
  readonly kind: 'folder' | 'search' | 'measure';
  /** For `search` only. */
  readonly criteria?: SearchCriteria | undefined;
}

/** All that are given must be met. */
export interface SearchCriteria {
  /** In the key below the prefix: a part of it, or a glob where it has `*` or `?`. Case is ignored. */
  readonly name?: string | undefined;
  /** Bytes, inclusive. */
  readonly minSize?: number | undefined;
  readonly maxSize?: number | undefined;
  /** Unix milliseconds, inclusive. */
  readonly modifiedFrom?: number | undefined;
  readonly modifiedTo?: number | undefined;
  readonly storageClasses?: readonly string[] | undefined;
}

/** How a listing stands; sent in the `listings` event whenever it changes, at most some ten times a second. */
export interface ListingState {
  readonly phase: ListingPhase;
  /** Rows held: folders and objects that met the criteria. */
  readonly rows: number;
  /** How many of the rows are folders. */
  readonly folders: number;
  /** Bytes of the rows. */
  readonly bytes: number;
  /** Keys looked at so far, met or not. */
  readonly seen: number;
  /** Requests sent so far. */
  readonly calls: number;
  /** Milliseconds: so far while it runs, in all at the end. */
  readonly tookMs: number;
  /** Goes up whenever an answer of `listing.rows` may have become another one, selection included. */
  readonly version: number;
  readonly selection: SelectionSummary;
  /** Why it failed; the rows so far stay. */
  readonly error?: AppError;
  /** For `measure`: by storage class. */
  readonly classes?: readonly ClassTotal[];
  /** The last refresh under way or done: what it found to be different. */
  readonly refresh?: RefreshState;
  /** Where the bucket is, as far as it has been learned. */
  readonly region?: string;
}

/** `waiting`: told to slow down by S3, goes on by itself. */
export type ListingPhase = 'running' | 'waiting' | 'stopped' | 'done' | 'failed';

export interface SelectionSummary {
  readonly rows: number;
  readonly folders: number;
  /** Of the objects among them. */
  readonly bytes: number;
}

export interface ClassTotal {
  readonly storageClass: string;
  readonly objects: number;
  readonly bytes: number;
}

export type RefreshState =
  /** The old rows are shown until the new ones are complete. */
  | { readonly phase: 'running'; readonly seen: number }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'done'; readonly added: number; readonly removed: number; readonly changed: number };

/** By listing id. */
export type Listings = Readonly<Record<string, ListingState>>;

export type ListingColumn = 'name' | 'size' | 'modified' | 'class';

/** An order and a choice of rows. `name` ascending without a filter is the order in which S3 keeps them. */
export interface ListingView {
  readonly sort: { readonly column: ListingColumn; readonly direction: 'ascending' | 'descending' };
  /** In the name: a part of it, or a glob where it has `*` or `?`; case is ignored. Empty for all. */
  readonly filter: string;
}

/** Folders come before objects, in whichever order. */
export interface ListingRow {
  /** Stays the same as long as the listing lives, whatever the order. */
  readonly id: number;
  readonly kind: 'folder' | 'object';
  /** The key without the listing's prefix; a folder's ends in `/`. May be empty: a key that equals the prefix. */
  readonly name: string;
  /** Bytes; objects only. */
  readonly size?: number;
  /** Unix milliseconds; objects only. */
  readonly modified?: number;
  /** Objects only. */
  readonly storageClass?: string;
  readonly selected: boolean;
}

export interface ListingRows {
  readonly rows: readonly ListingRow[];
  /** The index of the first of them; what was asked for, or where the anchor led. */
  readonly from: number;
  /** Rows in this view. */
  readonly total: number;
  /** Rows that the order and filter covered; fewer than the listing's own while more arrive. */
  readonly covers: number;
  readonly version: number;
  /** Where the row asked for as `anchor` stands now; absent where it isn't in the view. */
  readonly anchorIndex?: number;
}

/**
 * What a person did to the selection. Indexes are those of the view it is sent with. Where the id of the row that was
 * seen there is given, it decides: rows may have come in above it since.
 */
export type SelectionChange =
  | { readonly kind: 'only'; readonly index: number; readonly id?: number | undefined }
  | { readonly kind: 'toggle'; readonly index: number; readonly id?: number | undefined }
  /** All between two rows, both included; `add` keeps what was selected before. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly add: boolean }
  /** Everything in the view. */
  | { readonly kind: 'all' }
  | { readonly kind: 'none' };

/** Forms in which selected rows are copied, one a line. */
export type RowTextForm = 'uri' | 'key' | 'arn' | 'url' | 'ls';
