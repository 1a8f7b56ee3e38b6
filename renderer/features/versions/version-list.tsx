import type { ObjectVersion } from '../../../shared/object-details.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatBytes } from '../../ui/format-bytes.ts';
import { formatDateTime, formatExactTime, formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { StorageClassName } from '../../ui/storage-class-name.tsx';
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx';
import styles from './versions.module.css';

export interface VersionListProps {
  /** Newest first. */
  readonly versions: readonly ObjectVersion[];
  /** Version ids chosen to be compared. */
  readonly picked: readonly string[];
  readonly onPick: (versionId: string) => void;
  readonly looked: string | undefined;
  readonly onLook?: ((versionId: string) => void) | undefined;
  readonly busy: boolean;
}

type Column = 'pick' | 'modified' | 'size' | 'class' | 'id' | 'look';

/** The versions of one object as a timeline, newest first. */
export function VersionList({ versions, picked, onPick, looked, onLook, busy }: VersionListProps) {
  const { messages, locale } = useSpeech();
  const { versions: words, object } = messages.details;
  const columns: readonly TableColumn<Column>[] = [
    { id: 'pick', label: <span className={styles.hidden}>{words.compare}</span>, width: '34px' },
    { id: 'modified', label: words.columns.modified, width: 'minmax(216px, 1.2fr)' },
    { id: 'size', label: words.columns.size, width: '92px', end: true },
    { id: 'class', label: object.facts.class, width: 'minmax(84px, 150px)' },
    { id: 'id', label: object.facts.version, width: 'minmax(76px, 1fr)' },
    { id: 'look', label: <span className={styles.hidden}>{words.look}</span>, width: '104px', end: true },
  ];
  const cell = (index: number, column: Column) => {
    const version = versions[index];
    if (version === undefined) return null;
    const { versionId, modified, size, deleteMarker, isLatest, storageClass } = version;
    const time = formatDateTime(locale, modified);
    switch (column) {
      case 'pick':
        return deleteMarker ? null : (
          <Checkbox
            label={words.pick({ time })}
            isSelected={picked.includes(versionId)}
            onChange={() => onPick(versionId)}
          />
        );
      case 'modified':
        return (
          <span title={formatExactTime(locale, modified)}>
            {time}
            {isLatest && <span className={styles.tag}>{words.latest}</span>}
          </span>
        );
      case 'size':
        return size === undefined || deleteMarker ? null : (
          <span title={object.bytes({ text: formatNumber(locale, size) })}>{formatBytes(locale, size)}</span>
        );
      case 'class':
        return deleteMarker ? (
          <span className={styles.marker} title={words.markerNote}>
            {words.marker}
          </span>
        ) : (
          storageClass !== undefined && <StorageClassName name={storageClass} short />
        );
      case 'id':
        return versionId === 'null' ? (
          <span className={styles.dim}>{words.noVersionId}</span>
        ) : (
          <span className={styles.id}>
            <code title={versionId}>{versionId}</code>
            <CopyButton text={versionId} what={words.versionId} />
          </span>
        );
      case 'look':
        return (
          onLook !== undefined &&
          !deleteMarker && (
            <Button
              kind="quiet"
              onPress={() => onLook(versionId)}
              aria-pressed={looked === versionId}
              aria-label={`${words.look}: ${time}`}
            >
              {words.look}
            </Button>
          )
        );
    }
  };
  return (
    <VirtualTable
      label={words.list}
      columns={columns}
      rowCount={versions.length}
      rowKey={(index) => versions[index]?.versionId ?? String(index)}
      cell={cell}
      busy={busy}
    />
  );
}
