import { useCallback, useEffect, useRef, useState } from 'react';
import type { SelectionChange, SelectionSummary } from '../../../shared/listing.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import type { RowsSnapshot } from '../../bridge/listing-rows.ts';
import type { HeldListing } from '../../bridge/listings.ts';

const NO_SELECTION: SelectionSummary = { rows: 0, folders: 0, bytes: 0 };

export interface RowSelection {
  readonly summary: SelectionSummary;
  readonly change: (change: SelectionChange) => void;
  /** What is selected once all changes so far are taken. */
  readonly settled: () => Promise<SelectionSummary>;
}

/** The selected rows, which the process behind the page keeps; shown here before it has answered. */
export function useRowSelection(
  { listingId, state, rows }: HeldListing,
  { view }: RowsSnapshot,
): RowSelection {
  const client = useBridge();
  const [answered, setAnswered] = useState<{
    summary: SelectionSummary;
    told: SelectionSummary | undefined;
  }>();
  const latest = useRef<Promise<SelectionSummary>>(undefined);
  const told = state?.selection;
  const toldNow = useRef(told);
  useEffect(() => {
    toldNow.current = told;
  });
  // An answer holds until the listing's next news.
  const summary =
    answered !== undefined && answered.told === told ? answered.summary : (told ?? NO_SELECTION);
  const change = useCallback(
    (change: SelectionChange) => {
      rows?.select(change);
      // Where it fails the listing is gone, which the rows tell as well.
      const asked = client
        .call('listing.select', { listingId, view, change })
        .catch(() => NO_SELECTION)
        .then((answer) => {
          if (latest.current === asked) {
            setAnswered({ summary: answer, told: toldNow.current });
            rows?.invalidate();
          }
          return answer;
        });
      latest.current = asked;
    },
    [client, listingId, rows, view],
  );
  const settled = async () => (await latest.current) ?? summary;
  return { summary, change, settled };
}
