import { File, Folder } from 'lucide-react';
import type { ObjectVersion } from '../../../shared/object-details.ts';
import { Button } from '../../ui/button.tsx';
import { formatBytes } from '../../ui/format-bytes.ts';
import { formatDateTime, formatExactTime } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx';
import type { FolderEntry } from './folder-at.ts';
import styles from './versions.module.css';

export interface FolderTableProps {
  readonly prefix: string;
  readonly folders: readonly string[];
  readonly entries: readonly FolderEntry[];
  readonly onOpenFolder?: ((prefix: string) => void) | undefined;
  readonly onLook?: ((version: ObjectVersion) => void) | undefined;
  readonly busy: boolean;
}

type Column = 'name' | 'size' | 'modified' | 'state';

/** Folders, then the objects that were there, each with what became of it. */
export function FolderTable({ prefix, folders, entries, onOpenFolder, onLook, busy }: FolderTableProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.versions;
  const columns: readonly TableColumn<Column>[] = [
    { id: 'name', label: words.columns.name, width: 'minmax(140px, 1fr)' },
    { id: 'size', label: words.columns.size, width: '92px', end: true },
    { id: 'modified', label: words.columns.modified, width: '170px' },
    { id: 'state', label: words.columns.state, width: '120px' },
  ];
  const folderCell = (folder: string, column: Column) => {
    if (column !== 'name') return null;
    const name = folder.slice(prefix.length);
    return (
      <span className={styles.name}>
        <Folder size={14} aria-label={words.folder} />
        {onOpenFolder === undefined ? (
          name
        ) : (
          <Button kind="quiet" aria-label={words.openFolder({ name })} onPress={() => onOpenFolder(folder)}>
            {name}
          </Button>
        )}
      </span>
    );
  };
  const cell = (index: number, column: Column) => {
    const folder = folders[index];
    if (folder !== undefined) return folderCell(folder, column);
    const entry = entries[index - folders.length];
    if (entry === undefined) return null;
    const { version, since } = entry;
    switch (column) {
      case 'name': {
        const name = version.key.slice(prefix.length) || version.key;
        return (
          <span className={styles.name} title={version.key}>
            <File size={14} aria-hidden />
            {onLook === undefined ? (
              name
            ) : (
              <Button kind="quiet" aria-label={`${words.look}: ${name}`} onPress={() => onLook(version)}>
                {name}
              </Button>
            )}
          </span>
        );
      }
      case 'size':
        return version.size === undefined ? null : formatBytes(locale, version.size);
      case 'modified':
        return (
          <span title={formatExactTime(locale, version.modified)}>
            {formatDateTime(locale, version.modified)}
          </span>
        );
      case 'state':
        if (since === 'deleted') return <span className={styles.marker}>{words.deletedSince}</span>;
        return since === 'changed' ? <span className={styles.dim}>{words.changedSince}</span> : null;
    }
  };
  const count = folders.length + entries.length;
  return (
    <VirtualTable
      label={words.folder}
      columns={columns}
      rowCount={count}
      rowKey={(index) => folders[index] ?? entries[index - folders.length]?.version.key ?? String(index)}
      cell={cell}
      busy={busy}
    />
  );
}
