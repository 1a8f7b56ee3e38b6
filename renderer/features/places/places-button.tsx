import { BookOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { Bookmark, Place } from '../../../shared/places.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import menu from '../../ui/menu.module.css';
import { BookmarkRow } from './bookmark-row.tsx';
import { PlaceButton } from './place-button.tsx';
import { placeAddress, placeKey, placeName } from './place-words.ts';
import { usePlaces } from './use-places.ts';
import styles from './places.module.css';

export interface PlacesButtonProps {
  /** In few words, whose eyes a place is seen through. */
  readonly nameTarget: (target: RoleTarget) => string;
  readonly onGo: (place: Place, where: 'here' | 'new-tab') => void;
}

/** Opens the bookmarks and the places one has been to. */
export function PlacesButton(props: PlacesButtonProps) {
  const { messages } = useSpeech();
  const words = messages.navigation.places;
  return (
    <DialogTrigger>
      <IconButton label={words.menu} icon={<BookOpen size={16} />} />
      <Popover
        className={cx(menu.popover, styles.popover)}
        placement="bottom end"
        offset={4}
        // A landmark, since its hidden buttons stand outside the dialog.
        render={(region) => <div {...region} role="region" />}
      >
        <Dialog className={cx(styles.dialog)} aria-label={words.menu}>
          {({ close }) => (
            <PlacesLists
              {...props}
              onGo={(place, where) => {
                close();
                props.onGo(place, where);
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function PlacesLists({ nameTarget, onGo }: PlacesButtonProps) {
  const { messages } = useSpeech();
  const words = messages.navigation.places;
  const [{ bookmarks, recents }, change] = usePlaces();
  const [renaming, setRenaming] = useState<string>();
  const rename = (bookmark: Bookmark, label: string) => {
    setRenaming(undefined);
    if (label !== bookmark.label) change({ kind: 'bookmark', bookmark: { ...bookmark, label } });
  };
  return (
    <>
      <section className={styles.section}>
        <Heading level={2} className={cx(styles.heading)}>
          {words.bookmarks}
        </Heading>
        {bookmarks.length === 0 && <p className={styles.none}>{words.noBookmarks}</p>}
        <ul>
          {bookmarks.map((bookmark) => {
            const key = placeKey(bookmark);
            return (
              <BookmarkRow
                key={key}
                bookmark={bookmark}
                whose={nameTarget(bookmark.target)}
                renaming={renaming === key}
                onGo={(where) => onGo(bookmark, where)}
                onRename={() => setRenaming(key)}
                onRenamed={(label) => rename(bookmark, label)}
                onRemove={() => change({ kind: 'remove-bookmark', place: placeOf(bookmark) })}
              />
            );
          })}
        </ul>
      </section>
      <section className={styles.section}>
        <div className={styles.headingLine}>
          <Heading level={2} className={cx(styles.heading)}>
            {words.recents}
          </Heading>
          {recents.length > 0 && (
            <IconButton
              small
              label={words.clearRecents}
              icon={<Trash2 size={14} />}
              onPress={() => change({ kind: 'clear-recents' })}
            />
          )}
        </div>
        {recents.length === 0 && <p className={styles.none}>{words.noRecents}</p>}
        <ul>
          {recents.map((recent) => (
            <li key={placeKey(recent)} className={styles.row}>
              <PlaceButton
                name={placeName(recent)}
                address={placeAddress(recent)}
                whose={nameTarget(recent.target)}
                onGo={(where) => onGo(recent, where)}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Only what makes a place of a bookmark: that is what crosses the bridge. */
function placeOf({ target, bucket, prefix, requesterPays }: Place): Place {
  return { target, bucket, prefix, ...(requesterPays === undefined ? {} : { requesterPays }) };
}
