import type { RoleTarget } from './role-target.ts';

/** A place in S3 that someone can go back to. */
export interface Place {
  readonly target: RoleTarget;
  readonly bucket: string;
  /** Ends in `/` or is empty. */
  readonly prefix: string;
  readonly requesterPays?: boolean | undefined;
}

export interface Bookmark extends Place {
  /** The person's own name for it; where empty, its address is shown. */
  readonly label: string;
}

export interface RecentPlace extends Place {
  /** Unix milliseconds. */
  readonly visitedAt: number;
}

/** A bucket opened by name, which ListBuckets doesn't show. */
export interface RememberedBucket {
  readonly target: RoleTarget;
  readonly bucket: string;
  readonly region?: string | undefined;
  readonly requesterPays?: boolean | undefined;
}

/** What the app remembers of where one has been; kept in the app's own folder. */
export interface Places {
  readonly bookmarks: readonly Bookmark[];
  /** Newest first, each place once. */
  readonly recents: readonly RecentPlace[];
  readonly buckets: readonly RememberedBucket[];
}

export type PlacesChange =
  | { readonly kind: 'bookmark'; readonly bookmark: Bookmark }
  | { readonly kind: 'remove-bookmark'; readonly place: Place }
  | { readonly kind: 'visit'; readonly place: Place }
  | { readonly kind: 'clear-recents' }
  | { readonly kind: 'remember-bucket'; readonly bucket: RememberedBucket }
  | { readonly kind: 'forget-bucket'; readonly target: RoleTarget; readonly bucket: string };

export const NO_PLACES: Places = { bookmarks: [], recents: [], buckets: [] };
