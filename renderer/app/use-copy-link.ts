import { useCallback } from 'react';
import { formatDeepLink } from '../../shared/deep-link.ts';
import type { Place } from '../../shared/places.ts';
import { useCopy } from '../ui/copy.ts';
import { useSpeech } from '../ui/language.tsx';
import type { RoleNames } from './role-names.ts';

/** Copies a link to a place, which leads others there who have the same role. */
export function useCopyLink(names: RoleNames | undefined): (place: Place) => void {
  const { messages } = useSpeech();
  const copy = useCopy();
  const words = messages.navigation.bar;
  const { accountId, roleName, session } = names ?? {};
  const startUrl = session?.startUrl;
  return useCallback(
    (place) => void copy(formatDeepLink(place, { accountId, roleName, startUrl }), words.link),
    // `copy` is made anew each time and does the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [accountId, roleName, startUrl, words],
  );
}
