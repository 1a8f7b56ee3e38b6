import { Ellipsis } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useConfigUndo } from '../../ui/config-undo.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { formatNumber } from '../../ui/format.ts';
import menu from '../../ui/menu.module.css';
import styles from './sidebar.module.css';

export interface SidebarMenuProps {
  readonly anySignedIn: boolean;
  readonly onSignOutAll: () => void;
}

/** What is done with all sign-ins together, and with the config file. */
export function SidebarMenu({ anySignedIn, onSignOutAll }: SidebarMenuProps) {
  const { messages, locale } = useSpeech();
  const words = messages.page.signIns;
  const undoing = messages.profiles.undo;
  const { last, undo } = useConfigUndo();
  const names = ([first = '', ...others]: readonly string[]) =>
    others.length === 0 ? first : undoing.namesAndMore({ first, more: formatNumber(locale, others.length) });
  return (
    <MenuTrigger>
      <IconButton small label={words.menu} icon={<Ellipsis size={16} />} />
      <Popover className={cx(menu.popover)} placement="bottom end">
        <Menu className={cx(menu.menu)} disabledKeys={anySignedIn ? [] : ['all']}>
          {last !== undefined && (
            <MenuItem id="undo" textValue={undoing.menu} className={cx(menu.item)} onAction={undo}>
              <span>
                {undoing.menu}
                <span className={styles.undone}>{undoing.what[last.what]({ names: names(last.names) })}</span>
              </span>
            </MenuItem>
          )}
          <MenuItem id="all" className={cx(menu.item)} onAction={onSignOutAll}>
            {words.signOutAll}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
