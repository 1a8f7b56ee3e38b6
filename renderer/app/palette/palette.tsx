import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from '../../ui/cx.ts';
import { useSpeech } from '../../ui/language.tsx';
import { runPageCommand } from '../../ui/page-commands.ts';
import { paletteItems, type PaletteItem, type PaletteSources } from './palette-items.ts';
import styles from './palette.module.css';

export interface PaletteProps extends Omit<PaletteSources, 'words' | 'connect' | 'onRefresh'> {
  readonly onClose: () => void;
}

/** One field for everything one can go to or do. */
export function Palette({ onClose, ...sources }: PaletteProps) {
  const { messages } = useSpeech();
  const { navigation: words, connect } = messages;
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const items = useMemo(
    () => paletteItems(text, { ...sources, words, connect, onRefresh: () => runPageCommand('refresh') }),
    // What can be chosen doesn't change while it is being chosen from.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [text, words],
  );
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const take = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    onClose();
    item.act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { length } = items;
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(1, length));
    else if (event.key === 'ArrowUp') setActive((active + length - 1) % Math.max(1, length));
    else if (event.key === 'Enter') take(items[active]);
    else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={cx(styles.overlay)}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)} aria-label={words.palette.title}>
          <input
            className={styles.input}
            role="combobox"
            aria-label={words.palette.field}
            aria-autocomplete="list"
            aria-expanded={items.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
            placeholder={words.palette.field}
            value={text}
            spellCheck={false}
            autoComplete="off"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for by a keystroke, to type into
            autoFocus
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <ul
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={words.palette.title}
            className={styles.list}
          >
            {items.map((item, index) => (
              <li
                key={`${item.kind} ${item.text} ${item.note ?? ''}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className={cx(styles.item, index === active && styles.selected)}
                onMouseMove={() => setActive(index)}
                onClick={() => take(item)}
              >
                <span className={styles.kind}>{item.kind}</span>
                <span className={styles.text}>{item.text}</span>
                {item.note !== undefined && <span className={styles.note}>{item.note}</span>}
              </li>
            ))}
          </ul>
          {items.length === 0 && (
            <p role="status" className={styles.none}>
              {words.palette.none}
            </p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
