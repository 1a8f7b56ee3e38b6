import { ChevronDown, Ellipsis, FolderSearch, RefreshCw, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../../ui/button.tsx';
import { CommandChip } from '../../ui/command-chip.tsx';
import { cx } from '../../ui/cx.ts';
import { FilterField } from '../../ui/filter-field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import menu from '../../ui/menu.module.css';
import type { MenuEntry } from './menu-entries.ts';
import { EntriesMenu } from './entries-menu.tsx';
import styles from './objects.module.css';

export interface ObjectToolbarProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly onRefresh: () => void;
  readonly searching: boolean;
  readonly onSearch: () => void;
  readonly command: string;
  /** Something is selected. */
  readonly selected: boolean;
  readonly copies: readonly MenuEntry[];
  /** What can be done with the folder that is shown. */
  readonly folderEntries: readonly MenuEntry[];
  readonly onDelete: (() => void) | undefined;
}

/** Above the table: filter, search, refresh, and what can be done with what is selected. */
export const ObjectToolbar = memo(function ObjectToolbar(props: ObjectToolbarProps) {
  const { messages } = useSpeech();
  const { common } = messages.page;
  const words = messages.objects.toolbar;
  return (
    <div className={styles.toolbar}>
      <FilterField label={words.filter} value={props.filter} onChange={props.onFilter} />
      <Button
        icon={<FolderSearch size={14} aria-hidden />}
        aria-expanded={props.searching}
        onPress={props.onSearch}
      >
        {words.search}
      </Button>
      <IconButton label={common.refresh} icon={<RefreshCw size={15} />} onPress={props.onRefresh} />
      <span className={styles.gap} />
      <span className={styles.command}>
        <CommandChip command={props.command} />
      </span>
      {props.onDelete !== undefined && (
        <IconButton
          label={words.delete}
          icon={<Trash2 size={15} />}
          isDisabled={!props.selected}
          onPress={props.onDelete}
        />
      )}
      <EntriesButton label={words.copy} entries={props.copies} disabled={!props.selected} />
      {props.folderEntries.length > 0 && (
        <EntriesButton label={words.more} entries={props.folderEntries} icon />
      )}
    </div>
  );
});

interface EntriesButtonProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly disabled?: boolean;
  readonly icon?: boolean;
}

function EntriesButton({ label, entries, disabled = false, icon = false }: EntriesButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      {icon ? (
        <IconButton label={label} icon={<Ellipsis size={16} />} />
      ) : (
        <Button isDisabled={disabled}>
          {label}
          <ChevronDown size={14} aria-hidden />
        </Button>
      )}
      <Popover className={cx(menu.popover)} placement="bottom end" offset={4}>
        <EntriesMenu label={label} entries={entries} onClose={() => setOpen(false)} />
      </Popover>
    </MenuTrigger>
  );
}
