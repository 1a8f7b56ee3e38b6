import type { OperationContext } from './operation.ts';

/**
 * How a bucket lists wrongly, as long as it stands in `knobs.listingFaults`; several at once are possible.
 * - `repeated-token`: a page that was asked for by a token gives that token again, so the same page comes for ever
 *   (ListObjectsV2, and by markers ListObjectVersions);
 * - `duplicated-pages`: every page comes twice, under two tokens, and only then the next (ListObjectsV2);
 * - `endless-pages`: after the last key there are empty pages, each with a new token and truncated still (ListObjectsV2);
 * - `ignores-encoding-type`: keys as they are in spite of `encoding-type=url`, and no `<EncodingType>`;
 * - `ignores-start-after`: begins at the beginning in spite of `start-after`, as some S3-compatible servers do.
 */
export type ListingFault =
  'repeated-token' | 'duplicated-pages' | 'endless-pages' | 'ignores-encoding-type' | 'ignores-start-after';

/** Whether the addressed bucket has a fault. */
export function hasFault({ knobs, request }: OperationContext, fault: ListingFault): boolean {
  return knobs.listingFaults[request.bucket]?.includes(fault) ?? false;
}
