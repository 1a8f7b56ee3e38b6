import type { Bookmark, Place } from '../../../shared/places.ts';
import { targetKey } from '../../../shared/role-target.ts';
import { bucketLabel } from '../../../shared/s3-arn.ts';
import { formatLocation } from '../../../shared/s3-location.ts';

/** A place as its address. */
export function placeAddress({ bucket, prefix }: Place): string {
  return formatLocation({ bucket, key: prefix });
}

/** A place in few words: its last folder, or its bucket. */
export function placeName({ bucket, prefix }: Place): string {
  return prefix.split('/').at(-2) || bucketLabel(bucket);
}

/** What a bookmark is called. */
export function bookmarkName(bookmark: Bookmark): string {
  return bookmark.label === '' ? placeName(bookmark) : bookmark.label;
}

/** A stable text key for a place. */
export function placeKey({ target, bucket, prefix }: Place): string {
  return JSON.stringify([targetKey(target), bucket, prefix]);
}
