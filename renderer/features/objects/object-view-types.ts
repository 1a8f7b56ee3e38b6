import type { ReactNode } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import type { ListingView, SearchCriteria, SelectionSummary } from '../../../shared/listing.ts';

export interface ObjectViewProps {
  readonly at: BucketAddress;
  /** Ends in `/`, or is empty for the whole bucket. */
  readonly prefix: string;
  /** Given where the view shows what was found below the prefix, instead of the folder. */
  readonly search?: SearchCriteria | undefined;
  /** Its tab is shown; only then it answers keystrokes made anywhere in the page. */
  readonly active: boolean;
  /** How the view was left, as it told `onMemory`; undefined for the first visit. */
  readonly memory: ObjectViewMemory | undefined;
  readonly onMemory: (memory: ObjectViewMemory) => void;
  readonly onOpenFolder: (prefix: string, where: 'here' | 'new-tab') => void;
  /** Searches below the prefix, or goes back to the folder where no criteria are given. */
  readonly onSearch: (criteria: SearchCriteria | undefined) => void;
  /** The row that the keyboard is on; undefined where there is none. */
  readonly onFocusRow: (row: FocusedRow | undefined) => void;
  readonly onOpenObject: (key: string) => void;
  readonly actions: ObjectActions;
  readonly onSignIn: () => void;
  /** Stands in the notice that the bucket refused, where more can be done about it. */
  readonly deniedHelp?: ReactNode;
}

/** What a view keeps while another one is shown; plain data. */
export interface ObjectViewMemory {
  readonly sort: ListingView['sort'];
  readonly filter: string;
  /** How far it is scrolled, in rows; with a fraction. */
  readonly scroll: number;
  /** The whole key of the row that the keyboard was on. */
  readonly focusKey?: string | undefined;
}

export interface FocusedRow {
  /** The whole key; a folder's ends in `/`. */
  readonly key: string;
  readonly kind: 'folder' | 'object';
  /** Bytes; objects only. */
  readonly size?: number;
  /** Unix milliseconds; objects only. */
  readonly modified?: number;
  readonly storageClass?: string;
}

/** What others do with objects and folders; the menus offer what is given. Keys and prefixes are whole ones. */
export interface ObjectActions {
  readonly showDetails?: (key: string) => void;
  readonly showVersions?: (scope: VersionScope) => void;
  readonly showUploads?: (prefix: string) => void;
  readonly measure?: (prefix: string) => void;
  readonly remove?: (listingId: string, selection: SelectionSummary) => void;
  readonly copyLink?: (prefix: string) => void;
}

export type VersionScope =
  { readonly kind: 'object'; readonly key: string } | { readonly kind: 'folder'; readonly prefix: string };
