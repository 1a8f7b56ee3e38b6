import type { IncompleteUpload } from '../../../shared/multipart-upload.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useClock } from '../../ui/clock.ts';
import { formatExactTime } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx';
import { ageInWords } from './upload-age.ts';
import { UploadSizeCell } from './upload-size-cell.tsx';
import type { UploadSizes } from './use-upload-sizes.ts';
import styles from './uploads.module.css';

export interface UploadTableProps {
  readonly prefix: string;
  readonly uploads: readonly IncompleteUpload[];
  readonly sizes: UploadSizes;
  readonly selected: ReadonlySet<string>;
  readonly onSelected: (selected: ReadonlySet<string>) => void;
  readonly onAbort: (upload: IncompleteUpload) => void;
  readonly busy: boolean;
}

type Column = 'select' | 'key' | 'age' | 'initiator' | 'size' | 'abort';

/** Incomplete uploads, each with its age, who began it, and how much of it is there. */
export function UploadTable(props: UploadTableProps) {
  const { prefix, uploads, sizes, selected, onSelected, onAbort, busy } = props;
  const { messages, locale } = useSpeech();
  const words = messages.details.uploads;
  const minute = useClock((now) => Math.floor(now / 60_000));
  const count = uploads.filter(({ uploadId }) => selected.has(uploadId)).length;
  const all = uploads.length > 0 && count === uploads.length;
  const columns: readonly TableColumn<Column>[] = [
    {
      id: 'select',
      label: (
        <Checkbox
          label={words.selectAll}
          isSelected={all}
          isIndeterminate={count > 0 && !all}
          onChange={(on) => onSelected(new Set(on ? uploads.map(({ uploadId }) => uploadId) : []))}
        />
      ),
      width: '34px',
    },
    { id: 'key', label: words.columns.key, width: 'minmax(160px, 2fr)' },
    { id: 'age', label: words.columns.age, width: '120px' },
    { id: 'initiator', label: words.columns.initiator, width: 'minmax(90px, 1fr)' },
    { id: 'size', label: words.columns.size, width: '96px', end: true },
    { id: 'abort', label: <span className={styles.hidden}>{words.abort}</span>, width: '92px', end: true },
  ];
  const toggle = (uploadId: string) => {
    const next = new Set(selected);
    if (!next.delete(uploadId)) next.add(uploadId);
    onSelected(next);
  };
  const cell = (index: number, column: Column) => {
    const upload = uploads[index];
    if (upload === undefined) return null;
    const { key, uploadId, initiated, initiator } = upload;
    switch (column) {
      case 'select':
        return (
          <Checkbox
            label={words.selectOne({ key })}
            isSelected={selected.has(uploadId)}
            onChange={() => toggle(uploadId)}
          />
        );
      case 'key':
        return <span title={key}>{key.slice(prefix.length) || key}</span>;
      case 'age':
        return (
          <span title={formatExactTime(locale, initiated)}>
            {ageInWords(words, locale, minute * 60_000 - initiated)}
          </span>
        );
      case 'initiator':
        // The end of an ARN says who; its beginning is the same for all.
        return <span title={initiator}>{initiator?.slice(initiator.lastIndexOf('/') + 1) ?? '–'}</span>;
      case 'size':
        return <UploadSizeCell upload={upload} size={sizes.of(uploadId)} ask={sizes.ask} />;
      case 'abort':
        return (
          <Button kind="quiet" aria-label={words.abortOne({ key })} onPress={() => onAbort(upload)}>
            {words.abort}
          </Button>
        );
    }
  };
  return (
    <VirtualTable
      label={words.list}
      columns={columns}
      rowCount={uploads.length}
      rowKey={(index) => uploads[index]?.uploadId ?? String(index)}
      cell={cell}
      busy={busy}
    />
  );
}
