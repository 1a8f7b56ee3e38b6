import { useCallback } from 'react';
import { NO_PLACES, type Places, type PlacesChange } from '../../../shared/places.ts';
import { useBridge, useSnapshot } from '../../bridge/bridge-context.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** Where one has been and what one has kept, and a way to change it. */
export function usePlaces(): readonly [Places, (change: PlacesChange) => void] {
  const client = useBridge();
  const { messages } = useSpeech();
  const { notSaved } = messages.navigation.places;
  const places = useSnapshot('places') ?? NO_PLACES;
  const change = useCallback(
    (to: PlacesChange) => {
      client.call('places.update', to).catch(() => {
        // That a visit is not remembered is no harm worth a notice.
        if (to.kind !== 'visit') showToast(notSaved);
      });
    },
    [client, notSaved],
  );
  return [places, change];
}
