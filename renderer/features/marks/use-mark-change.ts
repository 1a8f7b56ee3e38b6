import { useCallback } from 'react';
import type { ProfileMarkChange } from '../../../shared/profile-mark.ts';
import { useSetMark } from '../../bridge/marks.ts';
import { useSpeech } from '../../ui/language.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** Notes something about a profile or role; a toast says where it could not be kept. */
export function useMarkChange(): (change: ProfileMarkChange) => void {
  const setMark = useSetMark();
  const { notSaved } = useSpeech().messages.profiles.menu;
  return useCallback(
    (change: ProfileMarkChange) => {
      setMark(change).catch(() => showToast(notSaved));
    },
    [setMark, notSaved],
  );
}
