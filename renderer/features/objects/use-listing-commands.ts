import { useMemo } from 'react';
import { useBridge } from '../../bridge/bridge-context.tsx';

export interface ListingCommands {
  readonly stop: () => void;
  /** Goes on after a stop or a failure. */
  readonly resume: () => void;
  readonly refresh: () => void;
}

/** What a listing can be told while it is held. */
export function useListingCommands(listingId: string): ListingCommands {
  const client = useBridge();
  return useMemo(() => {
    const tell = (name: 'listing.stop' | 'listing.resume' | 'listing.refresh') => () => {
      // Where it fails the listing is gone, and the call that holds it tells why.
      if (listingId !== '') client.call(name, { listingId }).catch(() => {});
    };
    return { stop: tell('listing.stop'), resume: tell('listing.resume'), refresh: tell('listing.refresh') };
  }, [client, listingId]);
}
