import { Star } from 'lucide-react';
import type { Place } from '../../../shared/places.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { placeKey } from './place-words.ts';
import { usePlaces } from './use-places.ts';
import styles from './places.module.css';

/** Whether a place is bookmarked, and a way to change that, which says what it did. */
export function useBookmark(place: Place | undefined): readonly [boolean, () => void] {
  const [{ bookmarks }, change] = usePlaces();
  const { messages } = useSpeech();
  const words = messages.navigation.bar;
  const key = place === undefined ? undefined : placeKey(place);
  const there = bookmarks.some((bookmark) => placeKey(bookmark) === key);
  const toggle = () => {
    if (place === undefined) return;
    change(
      there ? { kind: 'remove-bookmark', place } : { kind: 'bookmark', bookmark: { ...place, label: '' } },
    );
    showToast(there ? words.unbookmarked : words.bookmarked);
  };
  return [there, toggle];
}

/** A star: filled where the place is bookmarked. */
export function BookmarkButton({ place }: { readonly place: Place | undefined }) {
  const { messages } = useSpeech();
  const words = messages.navigation.bar;
  const [there, toggle] = useBookmark(place);
  return (
    <IconButton
      label={there ? words.removeBookmark : words.addBookmark}
      icon={<Star size={16} className={there ? styles.kept : undefined} />}
      onPress={toggle}
      isDisabled={place === undefined}
    />
  );
}
