import { ChevronDown, FolderSearch, Plus, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { type Bucket, awsS3LsText } from '../../../shared/bucket.ts';
import { Button } from '../../ui/button.tsx';
import { useCopy } from '../../ui/copy.ts';
import { cx } from '../../ui/cx.ts';
import { FilterField } from '../../ui/filter-field.tsx';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import menu from '../../ui/menu.module.css';
import { type BucketContext, type BucketCopy, bucketCopy } from './bucket-copies.ts';
import type { BucketList } from './use-bucket-list.ts';
import styles from './buckets.module.css';

export interface BucketToolbarProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly list: BucketList;
  readonly order: Uint32Array;
  readonly shown: (index: number) => Bucket | undefined;
  readonly selected: Bucket | undefined;
  readonly context: BucketContext;
  readonly onCreate: () => void;
  /** The field that opens a bucket by name; absent where it stands elsewhere already. */
  readonly openField: ReactNode;
}

/** Above the table: filter, refresh, create, open by name, copy. */
export function BucketToolbar(props: BucketToolbarProps) {
  const { filter, onFilter, list, order, shown, selected, context, onCreate, openField } = props;
  const { messages, locale } = useSpeech();
  const { common, buckets: words } = messages.page;
  const copy = useCopy();
  const act = (key: string) => {
    if (key === 'ls') {
      const rows = [...order.keys()].flatMap((index) => shown(index) ?? []);
      const lines = words.lines({ count: rows.length, text: formatNumber(locale, rows.length) });
      void copy(awsS3LsText(rows), lines);
    } else if (selected !== undefined) {
      const text = bucketCopy(key as BucketCopy, selected, context);
      void copy(text, text);
    }
  };
  const disabled = [
    ...(selected === undefined ? ['name', 'uri', 'arn'] : []),
    ...(order.length === 0 ? ['ls'] : []),
  ];
  const items = [
    ['name', words.copyName],
    ['uri', words.copyUri],
    ['arn', words.copyArn],
    ['ls', words.copyLs],
  ] as const;
  return (
    <div className={styles.toolbar}>
      <FilterField label={words.filter} value={filter} onChange={onFilter} />
      <IconButton label={common.refresh} icon={<RefreshCw size={15} />} onPress={list.refresh} />
      <span className={styles.gap} />
      <Button icon={<Plus size={14} aria-hidden />} onPress={onCreate}>
        {messages.navigation.buckets.create}
      </Button>
      {openField !== undefined && (
        <DialogTrigger>
          <Button icon={<FolderSearch size={14} aria-hidden />}>{words.openByName}</Button>
          <Popover
            className={cx(menu.popover)}
            placement="bottom end"
            offset={4}
            // A landmark, since its hidden buttons stand outside the dialog.
            render={(props) => <div {...props} role="region" />}
          >
            <Dialog className={cx(menu.dialog)}>
              <Heading slot="title" className={cx(styles.dialogTitle)}>
                {words.openTitle}
              </Heading>
              {openField}
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
      <MenuTrigger>
        <Button>
          {words.copyMenu}
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className={cx(menu.popover)} placement="bottom end" offset={4}>
          <Menu className={cx(menu.menu)} disabledKeys={disabled} onAction={(key) => act(String(key))}>
            {items.map(([id, label]) => (
              <MenuItem key={id} id={id} className={cx(menu.item)}>
                {label}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
