import { ArrowLeft, ArrowRight, ArrowUp, Pencil } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import type { Crumb } from './crumbs.ts';
import { LocationField, type LocationFieldProps } from './location-field.tsx';
import styles from './location.module.css';

export interface LocationBarProps extends Omit<LocationFieldProps, 'onClose'> {
  /** Changes with what is shown; editing ends then. */
  readonly shown: string;
  /** Outermost first; empty where what is shown is no place in S3. */
  readonly crumbs: readonly Crumb[];
  /** What is shown, in words, where it is no place in S3. */
  readonly title: string;
  readonly onCrumb: (prefix: string | undefined, where: 'here' | 'new-tab') => void;
  /** Undefined where there is nowhere to go. */
  readonly onBack: (() => void) | undefined;
  readonly onForward: (() => void) | undefined;
  readonly onUp: (() => void) | undefined;
  /** Goes up each time somebody asks from elsewhere (Ctrl+L) to edit the location. */
  readonly editRequests: number;
  /** Buttons after the path. */
  readonly children: ReactNode;
}

/** Where one is, the ways to go, and a field that takes any address. */
export function LocationBar(props: LocationBarProps) {
  const { shown, crumbs, title, onCrumb, onBack, onForward, onUp, editRequests, children, ...field } = props;
  const { messages } = useSpeech();
  const words = messages.navigation.bar;
  const [editing, setEditing] = useState(false);
  const [at, setAt] = useState(shown);
  const place = useRef<HTMLDivElement>(null);
  if (at !== shown) {
    setAt(shown);
    setEditing(false);
  }
  const edit = () => setEditing(true);
  const asked = useRef(editRequests);
  useEffect(() => {
    if (asked.current !== editRequests) setEditing(true);
    asked.current = editRequests;
  }, [editRequests]);
  // A way to go that is there no more would drop the focus that stood on its button.
  const way = (label: string, icon: ReactNode, go: (() => void) | undefined) => (
    <IconButton label={label} icon={icon} onPress={() => go?.()} isDisabled={go === undefined} />
  );
  return (
    <div className={styles.bar}>
      <div className={styles.ways}>
        {way(words.back, <ArrowLeft size={16} />, onBack)}
        {way(words.forward, <ArrowRight size={16} />, onForward)}
        {way(words.up, <ArrowUp size={16} />, onUp)}
      </div>
      <div ref={place} className={styles.place} data-editing={editing}>
        {editing ? (
          <LocationField
            {...field}
            onGo={(location, target) => {
              setEditing(false);
              field.onGo(location, target);
            }}
            onClose={() => {
              const inside = document.activeElement?.getAttribute('role') === 'combobox';
              setEditing(false);
              // Where the focus left by itself it is where the person wants it.
              if (inside)
                requestAnimationFrame(() =>
                  place.current?.querySelector<HTMLElement>('[aria-keyshortcuts]')?.focus(),
                );
            }}
          />
        ) : (
          <>
            {crumbs.length > 0 ? (
              <Breadcrumbs crumbs={crumbs} onGo={onCrumb} onEdit={edit} />
            ) : (
              <div className={styles.crumbs} onClick={edit}>
                <span className={styles.title}>{title}</span>
              </div>
            )}
            <IconButton
              small
              label={words.edit}
              icon={<Pencil size={13} />}
              onPress={edit}
              aria-keyshortcuts="Control+L Meta+L"
            />
          </>
        )}
      </div>
      {children}
    </div>
  );
}
