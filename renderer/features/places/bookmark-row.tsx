import { Pencil, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Bookmark } from '../../../shared/places.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { PlaceButton } from './place-button.tsx';
import { bookmarkName, placeAddress } from './place-words.ts';
import styles from './places.module.css';

export interface BookmarkRowProps {
  readonly bookmark: Bookmark;
  /** Whose eyes it is seen through, in few words. */
  readonly whose: string;
  readonly renaming: boolean;
  readonly onGo: (where: 'here' | 'new-tab') => void;
  readonly onRename: () => void;
  readonly onRenamed: (label: string) => void;
  readonly onRemove: () => void;
}

/** A bookmark: go there, rename it, remove it. */
export function BookmarkRow(props: BookmarkRowProps) {
  const { bookmark, whose, renaming, onGo, onRename, onRenamed, onRemove } = props;
  const { messages } = useSpeech();
  const words = messages.navigation.places;
  const name = bookmarkName(bookmark);
  if (renaming) return <RenameRow bookmark={bookmark} onRenamed={onRenamed} />;
  return (
    <li className={styles.row}>
      <PlaceButton name={name} address={placeAddress(bookmark)} whose={whose} onGo={onGo} />
      <IconButton small label={words.rename({ name })} icon={<Pencil size={13} />} onPress={onRename} />
      <IconButton small label={words.remove({ name })} icon={<X size={14} />} onPress={onRemove} />
    </li>
  );
}

function RenameRow({ bookmark, onRenamed }: Pick<BookmarkRowProps, 'bookmark' | 'onRenamed'>) {
  const { messages } = useSpeech();
  const words = messages.navigation.places;
  const [label, setLabel] = useState(bookmarkName(bookmark));
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <li className={styles.row}>
      <form
        className={styles.rename}
        onSubmit={(event) => {
          event.preventDefault();
          onRenamed(label.trim());
        }}
      >
        <input
          ref={input}
          className={styles.input}
          aria-label={words.name}
          value={label}
          maxLength={200}
          onChange={(event) => setLabel(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // Only the renaming is given up, not the list.
            event.stopPropagation();
            onRenamed(bookmark.label);
          }}
        />
        <Button type="submit">{words.save}</Button>
      </form>
    </li>
  );
}
