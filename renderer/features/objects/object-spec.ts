import type { ListingSpec } from '../../../shared/listing.ts';
import type { ObjectViewProps } from './object-view-types.ts';

/** What a view lists. */
export function specOf({
  at,
  prefix,
  search,
}: Pick<ObjectViewProps, 'at' | 'prefix' | 'search'>): ListingSpec {
  return search === undefined
    ? { at, prefix, kind: 'folder' }
    : { at, prefix, kind: 'search', criteria: search };
}
