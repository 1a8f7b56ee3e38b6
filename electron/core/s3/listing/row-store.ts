import type {
  ClassTotal,
  ListingRows,
  ListingView,
  RowTextForm,
  SearchCriteria,
  SelectionChange,
  SelectionSummary,
} from '../../../../shared/listing.ts';
import type { PageBuffers } from './page-buffers.ts';

/** What a store is to keep of the pages that it is given. */
export interface RowStoreSpec {
  readonly bucket: string;
  /** AWS partition, for ARNs. */
  readonly partition: string;
  /** `https://host` (virtual-hosted) or `https://host/bucket` of the bucket, for URLs; without a slash at the end. */
  readonly baseUrl: string;
  readonly prefix: string;
  /** `rows`: all that meets the criteria; `totals`: no rows, counts and bytes by storage class only. */
  readonly keep: 'rows' | 'totals';
  readonly criteria?: SearchCriteria | undefined;
  /** False for directory buckets, which list in no order. */
  readonly ordered: boolean;
}

/**
 * Where a page's entries may lie, as keys in the order of their UTF-8 bytes, both excluded. Entries outside belong to
 * another range and are left out: that is how every key is kept once, however ranges overlap.
 */
export interface KeyBounds {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/** What a page of ListObjectsV2 held. */
export type PageDigest =
  | {
      readonly ok: true;
      /** Entries within the bounds: keys and common prefixes. */
      readonly seen: number;
      /** Of those, kept as rows: folders and objects together, and folders alone. */
      readonly rows: number;
      readonly folders: number;
      /** Bytes of the objects that met the criteria. */
      readonly bytes: number;
      /** The first and last entry of the page in the order of bytes, whether within the bounds or not. */
      readonly first?: string;
      readonly last?: string;
      /** An entry at or past `before` was met: the rest belongs to the next range. */
      readonly reachedEnd: boolean;
      readonly isTruncated: boolean;
      readonly nextToken?: string;
      /** Up to sixteen keys, evenly spread over the page, first and last among them. */
      readonly samples: readonly string[];
      /** Entries were not in rising order, or one came twice (in an ordered store). */
      readonly disordered: boolean;
    }
  /** Not a whole ListBucketResult: cut off, broken, or something else altogether. Nothing of it was kept. */
  | { readonly ok: false; readonly reason: 'truncated' | 'malformed' | 'not-a-listing' };

/**
 * The rows of one listing, on the thread that holds them. Ids of ranges are the caller's; pages of one range come in
 * rising order and are added one after the other. Everything answers after the additions made before it.
 */
export interface RowStore {
  /** Reads a page. The body's buffer is handed over and must not be used afterwards. */
  add(range: number, body: Uint8Array<ArrayBuffer>, bounds: KeyBounds): Promise<PageDigest>;
  /** Fixes a view of the rows there are and reads some of it; cheap where nothing changed since. */
  rows(view: ListingView, from: number, count: number, anchor?: number): Promise<ListingRows>;
  find(
    view: ListingView,
    text: string,
    match: 'begins' | 'equals',
    from: number,
  ): Promise<number | undefined>;
  select(view: ListingView, change: SelectionChange): Promise<SelectionSummary>;
  selection(): Promise<SelectionSummary>;
  text(view: ListingView, form: RowTextForm): Promise<{ text: string; rows: number; more: boolean }>;
  /** Selected keys from the `from`-th on, at most `count`; folders end in `/`. For deletions. */
  selectedKeys(from: number, count: number): Promise<readonly string[]>;
  classes(): Promise<readonly ClassTotal[]>;
  /** Evenly spread keys that cut the rows into `parts` of equal size, for listing them again. */
  boundaries(parts: number): Promise<readonly string[]>;
  /** From here on pages are kept aside; what is shown stays. */
  beginRefresh(): Promise<void>;
  /** Puts the new rows in the place of the old. Rows with the same key keep their id and their selection. */
  finishRefresh(): Promise<{ added: number; removed: number; changed: number }>;
  abandonRefresh(): Promise<void>;
  close(): void;
}

/** Makes stores; all of them live on one thread, which is started early, since the first page waits for it. */
export interface RowStores {
  open(spec: RowStoreSpec): RowStore;
  /** Buffers for pages, which come back once a page was read. */
  readonly buffers?: PageBuffers;
  close(): Promise<void>;
}
