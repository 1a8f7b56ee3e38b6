import { Snowflake } from 'lucide-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { ListingColumn, ListingRow } from '../../../shared/listing.ts';
import { isArchiveClass, isStorageClass } from '../../../shared/storage-class.ts';
import { formatBytes } from '../../ui/format-bytes.ts';
import { formatDateTime, formatExactTime, formatNumber } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/grid/grid-types.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ObjectName } from './object-name.tsx';
import { visibleText } from './visible-text.ts';
import styles from './objects.module.css';

/** The table's columns. */
export function useObjectColumns(): readonly GridColumn<ListingColumn>[] {
  const { columns } = useSpeech().messages.objects;
  return useMemo(
    () => [
      { id: 'name', label: columns.name, width: 'minmax(180px, 2fr)', sortable: true },
      { id: 'size', label: columns.size, width: '92px', sortable: true, align: 'end' },
      { id: 'modified', label: columns.modified, width: 'minmax(146px, 172px)', sortable: true },
      { id: 'class', label: columns.class, width: 'minmax(110px, 1fr)', sortable: true },
    ],
    [columns],
  );
}

/** What is read out for a name, which is drawn in pieces. */
export function useObjectCellLabel(): (row: ListingRow, column: ListingColumn) => string | undefined {
  const { noName } = useSpeech().messages.objects;
  return useCallback(
    ({ name }, column) => {
      if (column !== 'name') return undefined;
      return name === '' || name === '/' ? `${noName}${name}` : visibleText(name).text;
    },
    [noName],
  );
}

/** What stands in a cell. @param filter as typed; @param path names are ways through folders */
export function useObjectCell(
  filter: string,
  path: boolean,
): (row: ListingRow, column: ListingColumn) => ReactNode {
  const { messages, locale } = useSpeech();
  const words = messages.objects;
  const part = /[*?]/.test(filter) ? '' : filter;
  return useCallback(
    (row, column) => {
      if (column === 'name') return <ObjectName row={row} part={part} path={path} />;
      if (row.kind === 'folder') return <span className={styles.dim}>–</span>;
      if (column === 'size') {
        const { size } = row;
        if (size === undefined) return '–';
        const exact = words.exactBytes({ count: size, text: formatNumber(locale, size) });
        return <span title={exact}>{formatBytes(locale, size)}</span>;
      }
      if (column === 'modified') {
        const { modified } = row;
        if (modified === undefined) return '–';
        return <span title={formatExactTime(locale, modified)}>{formatDateTime(locale, modified)}</span>;
      }
      const { storageClass } = row;
      if (storageClass === undefined) return '–';
      const name = isStorageClass(storageClass) ? words.classes[storageClass] : storageClass;
      if (!isArchiveClass(storageClass)) return <span title={storageClass}>{name}</span>;
      return (
        <span className={styles.name} title={`${name} (${storageClass}). ${words.archivedHint}`}>
          <span className={styles.head}>{name}</span>
          <Snowflake className={styles.archived} size={13} role="img" aria-label={words.archived} />
        </span>
      );
    },
    [part, path, words, locale],
  );
}
