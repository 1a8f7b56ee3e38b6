import type { Place } from '../../../shared/places.ts';
import { formatLocation } from '../../../shared/s3-location.ts';

/** Something that a text in the location field may become. */
export interface Suggestion {
  readonly kind: 'bucket' | 'key' | 'recent' | 'bookmark';
  /** What the field then holds. */
  readonly text: string;
  /** A bookmark's own name. */
  readonly label?: string;
  /** Remembered places have a role of their own. */
  readonly place?: Place;
}

/** A place that is remembered, and how. */
export interface KnownPlace {
  readonly kind: 'recent' | 'bookmark';
  readonly place: Place;
  readonly label: string;
}

/** What is asked of S3 to complete a text: keys of this bucket that begin so. */
export interface KeyQuery {
  readonly bucket: string;
  readonly text: string;
}

const MOST_BUCKETS = 8;
const MOST_PLACES = 6;
const MOST_AT_FIRST = 12;

/** What a text asks to be completed, once it names a whole bucket. */
export function keyQuery(text: string): KeyQuery | undefined {
  const match =
    /^(?:s3:\/\/)?(arn:aws[a-z-]*:s3:[a-z0-9-]*:\d{12}:accesspoint[/:][^/]+|[a-zA-Z0-9._-]{3,255})\/([^]*)$/i.exec(
      text.trimStart(),
    );
  return match === null ? undefined : { bucket: match[1] ?? '', text: match[2] ?? '' };
}

/** Buckets that a half-typed name may become: first those that begin so, then those that hold it. */
export function bucketSuggestions(text: string, buckets: readonly string[]): readonly Suggestion[] {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/^s3:\/{0,2}/, '');
  if (typed === '' || typed.includes('/')) return [];
  const begin = buckets.filter((name) => name.toLowerCase().startsWith(typed));
  const hold = buckets.filter((name) => name.toLowerCase().indexOf(typed) > 0);
  return [...begin, ...hold]
    .slice(0, MOST_BUCKETS)
    .map((bucket) => ({ kind: 'bucket', text: formatLocation({ bucket, key: '' }) }));
}

export function keySuggestions(bucket: string, keys: readonly string[]): readonly Suggestion[] {
  return keys.map((key) => ({ kind: 'key', text: formatLocation({ bucket, key }) }));
}

/** Remembered places that a text is part of; all of them, newest first, while nothing was typed yet. */
export function placeSuggestions(text: string | undefined, places: readonly KnownPlace[]) {
  const wanted = text?.trim().toLowerCase() ?? '';
  const found = places.flatMap(({ kind, place, label }): Suggestion[] => {
    const address = formatLocation({ bucket: place.bucket, key: place.prefix });
    const there = address.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted);
    return there ? [{ kind, text: address, place, ...(label === '' ? {} : { label }) }] : [];
  });
  return found.slice(0, text === undefined ? MOST_AT_FIRST : MOST_PLACES);
}
