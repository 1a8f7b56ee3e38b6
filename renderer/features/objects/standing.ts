import type { RowsSnapshot } from '../../bridge/listing-rows.ts';
import type { HeldListing } from '../../bridge/listings.ts';

/**
 * What to show of a listing.
 * - `coming`: rows are on their way, and nothing is said about their number.
 * - `nothing-known`: it failed before anything came; the error says the rest.
 */
export type Standing =
  'table' | 'coming' | 'no-match' | 'no-match-so-far' | 'stopped' | 'empty' | 'nothing-known';

/** Nothing counts as empty before the listing has come to its end. */
export function standing(
  { state, error }: Pick<HeldListing, 'state' | 'error'>,
  { ready, total, turning, view, error: rowsError }: RowsSnapshot,
): Standing {
  if (ready && total > 0) return 'table';
  const failed = error !== undefined || rowsError !== undefined || state?.phase === 'failed';
  const arriving = state === undefined || state.phase === 'running' || state.phase === 'waiting';
  if (state !== undefined && state.rows > 0 && rowsError === undefined) {
    if (!ready || turning || view.filter === '') return 'coming';
    return arriving ? 'no-match-so-far' : 'no-match';
  }
  if (failed) return 'nothing-known';
  if (arriving) return 'coming';
  return state.phase === 'stopped' ? 'stopped' : 'empty';
}
