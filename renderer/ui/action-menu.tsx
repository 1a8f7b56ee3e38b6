import { ChevronRight } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Menu, MenuItem, Popover, Separator, SubmenuTrigger } from 'react-aria-components';
import { cx } from './cx.ts';
import menu from './menu.module.css';
import styles from './action-menu.module.css';

/** Something to do, or something to choose one of. */
export type ActionEntry =
  | {
      readonly id: string;
      readonly label: string;
      /** A key that does the same, as it is printed on keyboards. */
      readonly shortcut?: string;
      readonly act: () => void;
    }
  | {
      readonly id: string;
      readonly label: string;
      readonly options: readonly ActionOption[];
      readonly chosen: string;
      readonly choose: (id: string) => void;
    };

export interface ActionOption {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
}

export type ActionGroups = readonly (readonly ActionEntry[])[];

export interface ActionMenuProps {
  /** What the menu is about. */
  readonly label: string;
  /** Pixels in the window. */
  readonly place: { readonly x: number; readonly y: number };
  /** Groups are set apart by a line; empty ones are left out. */
  readonly groups: ActionGroups;
  readonly onClose: () => void;
}

/** A menu at a place in the window, with choices that open beside it. */
export function ActionMenu({ label, place, groups, onClose }: ActionMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const shown = groups.filter((entries) => entries.length > 0);
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
          {shown.flatMap((entries, group) => [
            ...(group > 0 ? [<Separator key={`line ${group}`} className={cx(styles.line)} />] : []),
            ...entries.map((entry) =>
              'act' in entry ? (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  className={cx(menu.item)}
                  onAction={entry.act}
                >
                  <span className={styles.label}>{entry.label}</span>
                  {entry.shortcut !== undefined && <kbd className={styles.shortcut}>{entry.shortcut}</kbd>}
                </MenuItem>
              ) : (
                <Choice key={entry.id} entry={entry} onClose={onClose} />
              ),
            ),
          ])}
        </Menu>
      </Popover>
    </>
  );
}

interface ChoiceProps {
  readonly entry: Extract<ActionEntry, { readonly chosen: string }>;
  readonly onClose: () => void;
}

function Choice({ entry, onClose }: ChoiceProps) {
  const { id, label, options, chosen, choose } = entry;
  const icon = options.find((option) => option.id === chosen)?.icon;
  return (
    <SubmenuTrigger>
      <MenuItem id={id} textValue={label} className={cx(menu.item)}>
        <span className={styles.label}>{label}</span>
        {icon}
        <ChevronRight size={14} aria-hidden />
      </MenuItem>
      <Popover className={cx(menu.popover)} offset={0}>
        <Menu
          className={cx(menu.menu)}
          aria-label={label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[chosen]}
          onAction={(key) => {
            choose(String(key));
            onClose();
          }}
        >
          {options.map((option) => (
            <MenuItem key={option.id} id={option.id} textValue={option.label} className={cx(menu.item)}>
              {({ isSelected }) => (
                <>
                  <span className={menu.tick} aria-hidden>
                    {isSelected ? '✓' : ''}
                  </span>
                  {option.icon}
                  <span className={styles.label}>{option.label}</span>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}
