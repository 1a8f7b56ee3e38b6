import { ChevronRight, Ellipsis, Users } from 'lucide-react';
import { type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { cx } from '../../ui/cx.ts';
import { useSpeech } from '../../ui/language.tsx';
import menu from '../../ui/menu.module.css';
import { type Crumb, crumbWidth, hiddenCrumbs } from './crumbs.ts';
import styles from './location.module.css';

export interface BreadcrumbsProps {
  /** Outermost first; the last one is what is shown. */
  readonly crumbs: readonly Crumb[];
  readonly onGo: (prefix: string | undefined, where: 'here' | 'new-tab') => void;
  /** A click beside the steps, or on the last one. */
  readonly onEdit: () => void;
}

/** The way to what is shown, step by step; where room is short, steps in the middle are put away. */
export function Breadcrumbs({ crumbs, onGo, onEdit }: BreadcrumbsProps) {
  const { messages } = useSpeech();
  const words = messages.navigation.bar;
  const element = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(Infinity);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setRoom(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const nameOf = ({ text }: Crumb) => (text === '' ? words.unnamed : text);
  const hidden = useMemo(
    () =>
      hiddenCrumbs(
        crumbs.map(({ text }) => crumbWidth(text || words.unnamed)),
        room,
      ),
    [crumbs, room, words],
  );
  const away = crumbs.slice(1, hidden + 1);
  const step = (crumb: Crumb, index: number) => {
    const last = index === crumbs.length - 1;
    const Icon = crumb.prefix === undefined ? Users : undefined;
    return (
      <li key={index} className={cx(styles.crumb, last && styles.last)}>
        {index > 0 && <ChevronRight size={14} aria-hidden className={styles.arrow} />}
        <button
          type="button"
          className={styles.step}
          title={nameOf(crumb)}
          {...(last ? { 'aria-current': 'page' as const } : {})}
          onClick={(event) => (last ? onEdit() : onGo(crumb.prefix, elsewhere(event)))}
          onAuxClick={(event) => {
            if (event.button === 1) onGo(crumb.prefix, 'new-tab');
          }}
        >
          {Icon !== undefined && <Icon size={13} aria-hidden />}
          <bdi className={crumb.text === '' ? styles.unnamed : undefined}>{nameOf(crumb)}</bdi>
        </button>
      </li>
    );
  };
  return (
    <div
      ref={element}
      className={styles.crumbs}
      onClick={(event) => {
        // On the empty ground, as in a browser; by keyboard there are the button beside and Ctrl+L.
        if (!(event.target as Element).closest('button')) onEdit();
      }}
    >
      <nav aria-label={words.crumbs}>
        <ol className={styles.steps}>
          {crumbs.slice(0, 1).map(step)}
          {hidden > 0 && (
            <li className={styles.crumb}>
              <ChevronRight size={14} aria-hidden className={styles.arrow} />
              <MenuTrigger>
                <Button className={cx(styles.step)} aria-label={words.hidden}>
                  <Ellipsis size={14} aria-hidden />
                </Button>
                <Popover className={cx(menu.popover)} placement="bottom start">
                  <Menu className={cx(menu.menu)} aria-label={words.hidden}>
                    {away.map((crumb) => (
                      <MenuItem
                        key={crumb.prefix ?? ''}
                        id={`at ${crumb.prefix}`}
                        textValue={nameOf(crumb)}
                        className={cx(menu.item)}
                        onAction={() => onGo(crumb.prefix, 'here')}
                      >
                        <span className={styles.cut}>{nameOf(crumb)}</span>
                      </MenuItem>
                    ))}
                  </Menu>
                </Popover>
              </MenuTrigger>
            </li>
          )}
          {crumbs.slice(hidden + 1).map((crumb, index) => step(crumb, hidden + 1 + index))}
        </ol>
      </nav>
    </div>
  );
}

function elsewhere(event: MouseEvent): 'here' | 'new-tab' {
  return event.ctrlKey || event.metaKey ? 'new-tab' : 'here';
}
