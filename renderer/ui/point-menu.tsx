import { useRef } from 'react';
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components';
import { cx } from './cx.ts';
import menu from './menu.module.css';
import styles from './point-menu.module.css';

/** A label, and what it does. */
export type PointMenuItem = readonly [label: string, act: () => void];

export interface PointMenuProps {
  /** What the menu is about. */
  readonly label: string;
  /** Pixels in the window. */
  readonly place: { readonly x: number; readonly y: number };
  /** Groups are set apart by a line; empty ones are left out. */
  readonly groups: readonly (readonly PointMenuItem[])[];
  readonly onClose: () => void;
}

/** A menu where the pointer is. */
export function PointMenu({ label, place, groups, onClose }: PointMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const shown = groups.filter((items) => items.length > 0);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: place.x, top: place.y }} />
      <Popover
        isOpen
        onOpenChange={onClose}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        className={cx(menu.popover)}
        aria-label={label}
      >
        <Menu className={cx(menu.menu)} aria-label={label} autoFocus="first" onClose={onClose}>
          {shown.flatMap((items, group) => [
            ...(group > 0 ? [<Separator key={`line ${group}`} className={cx(styles.line)} />] : []),
            ...items.map(([text, act]) => (
              <MenuItem key={text} id={text} className={cx(menu.item)} onAction={act}>
                {text}
              </MenuItem>
            )),
          ])}
        </Menu>
      </Popover>
    </>
  );
}
