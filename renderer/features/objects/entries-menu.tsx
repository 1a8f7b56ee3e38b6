import { Menu, MenuItem } from 'react-aria-components';
import { cx } from '../../ui/cx.ts';
import menu from '../../ui/menu.module.css';
import type { MenuEntry } from './menu-entries.ts';

export interface EntriesMenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** Entries as a menu. */
export function EntriesMenu({ label, entries, onClose }: EntriesMenuProps) {
  return (
    <Menu className={cx(menu.menu)} aria-label={label} autoFocus="first" onClose={onClose}>
      {entries.map(({ id, label: words, act }) => (
        <MenuItem key={id} id={id} className={cx(menu.item)} onAction={act}>
          {words}
        </MenuItem>
      ))}
    </Menu>
  );
}
