import { useEffect } from 'react';
import type { PlacesChange } from '../../shared/places.ts';
import type { HistoryEntry } from './tabs/tabs.ts';

/** Remembers the folders that one goes to. */
export function useVisits({ view }: HistoryEntry, change: (change: PlacesChange) => void): void {
  useEffect(() => {
    if (view.kind !== 'folder' || view.search !== undefined) return;
    const { at, prefix } = view;
    change({ kind: 'visit', place: { ...at, prefix } });
  }, [view, change]);
}
