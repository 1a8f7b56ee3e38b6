import { useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { ListingSpec, ListingState, ListingView } from '../../shared/listing.ts';
import { useBridge, useConnection } from './bridge-context.tsx';
import type { BridgeClient } from './client.ts';
import { listingPool, type PooledListing, specKey } from './listing-pool.ts';
import type { ListingRowWindow } from './listing-rows.ts';

export interface HeldListing {
  /** Empty before it has begun. */
  readonly listingId: string;
  /** Undefined until the first news of it. */
  readonly state: ListingState | undefined;
  /** Why it could not even begin, or why it is gone. */
  readonly error: AppError | undefined;
  /** Undefined before it has begun. */
  readonly rows: ListingRowWindow | undefined;
  /** Begins anew after an error. */
  readonly renew: () => void;
}

/**
 * Begins a listing and holds it for as long as the component is there and asks for the same. The last few folders and
 * searches stay held a while longer, so that coming back to one shows it at once; measurements end.
 * @param view the order and filter to begin with
 */
export function useHeldListing(spec: ListingSpec, view?: ListingView): HeldListing {
  const client = useBridge();
  const connection = useConnection();
  const key = specKey(spec);
  // The key says all there is to say of a spec, and the view is for the beginning only.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const asked = useMemo(() => ({ spec, view }), [key]);
  const [held, setHeld] = useState<Pick<PooledListing, 'id' | 'rows' | 'error'>>();
  const [round, setRound] = useState(0);
  // Before the first paint, so that a listing that is still held is there from the beginning.
  useLayoutEffect(() => {
    const pool = listingPool(client);
    const show = () => setHeld({ ...listing });
    const listing: PooledListing = pool.take(asked.spec, asked.view, () => show());
    show();
    return () => pool.giveBack(listing);
  }, [client, asked, round]);
  const renew = useCallback(() => setRound((before) => before + 1), []);
  // What was only lost with the connection begins anew by itself.
  const lost = held?.error?.code === 'bridge.disconnected';
  useLayoutEffect(() => {
    if (lost && connection === 'open') renew();
  }, [lost, connection, renew]);
  const state = useListingState(held?.id ?? '');
  return { listingId: held?.id ?? '', state, error: held?.error, rows: held?.rows, renew };
}

/** How one listing stands; the component renders again only when that changes. */
export function useListingState(listingId: string): ListingState | undefined {
  const client = useBridge();
  const subscribe = useCallback((changed: () => void) => client.subscribe('listings', changed), [client]);
  const read = useMemo(() => lastState(client, listingId), [client, listingId]);
  return useSyncExternalStore(subscribe, read);
}

/** Each event brings new objects for all listings, though most of them stand as they did; those stay the same here. */
function lastState(client: BridgeClient, listingId: string): () => ListingState | undefined {
  let state: ListingState | undefined;
  let text: string | undefined;
  return () => {
    const next = client.events.last('listings')?.[listingId];
    const nextText = next === undefined ? undefined : JSON.stringify(next);
    if (nextText !== text) [state, text] = [next, nextText];
    return state;
  };
}
