import { isDeepStrictEqual } from 'node:util';
import type { Bookmark, Place, Places, PlacesChange, RememberedBucket } from '../../../shared/places.ts';
import { type RoleTarget, targetKey } from '../../../shared/role-target.ts';

/** Far more than anybody looks through, and small enough to be sent whole. */
export const MOST_BOOKMARKS = 500;
export const MOST_RECENTS = 50;
export const MOST_BUCKETS = 2_000;

/**
 * The places after a change. A bookmark or bucket that is there already is replaced where it stands; where
 * there are too many, the oldest goes.
 * @param now Unix milliseconds
 */
export function changePlaces(places: Places, change: PlacesChange, now: number): Places {
  switch (change.kind) {
    case 'bookmark':
      return { ...places, bookmarks: withBookmark(places.bookmarks, change.bookmark) };
    case 'remove-bookmark':
      return { ...places, bookmarks: places.bookmarks.filter((one) => !samePlace(one, change.place)) };
    case 'visit': {
      const others = places.recents.filter((one) => !samePlace(one, change.place));
      const recents = [{ ...change.place, visitedAt: now }, ...others].slice(0, MOST_RECENTS);
      return { ...places, recents };
    }
    case 'clear-recents':
      return { ...places, recents: [] };
    case 'remember-bucket':
      return { ...places, buckets: withBucket(places.buckets, change.bucket) };
    case 'forget-bucket':
      return {
        ...places,
        buckets: places.buckets.filter((one) => !isBucket(one, change.target, change.bucket)),
      };
  }
}

function withBookmark(bookmarks: readonly Bookmark[], bookmark: Bookmark): readonly Bookmark[] {
  const at = bookmarks.findIndex((one) => samePlace(one, bookmark));
  if (at >= 0) return bookmarks.with(at, bookmark);
  return [...bookmarks, bookmark].slice(-MOST_BOOKMARKS);
}

function withBucket(
  buckets: readonly RememberedBucket[],
  bucket: RememberedBucket,
): readonly RememberedBucket[] {
  const at = buckets.findIndex((one) => isBucket(one, bucket.target, bucket.bucket));
  if (at < 0) return [...buckets, bucket].slice(-MOST_BUCKETS);
  return isDeepStrictEqual(buckets[at], bucket) ? buckets : buckets.with(at, bucket);
}

function isBucket(one: RememberedBucket, target: RoleTarget, bucket: string): boolean {
  return one.bucket === bucket && targetKey(one.target) === targetKey(target);
}

function samePlace(one: Place, other: Place): boolean {
  return (
    one.bucket === other.bucket &&
    one.prefix === other.prefix &&
    targetKey(one.target) === targetKey(other.target)
  );
}
