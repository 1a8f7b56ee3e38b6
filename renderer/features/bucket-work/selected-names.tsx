import type { DeletionState } from '../../../shared/deletion.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './bucket-work.module.css';

export interface SelectedNamesProps {
  readonly bucket: string;
  readonly selected: NonNullable<DeletionState['selected']>;
}

/** What was selected, by name: the first few, and how many more. */
export function SelectedNames({ bucket, selected }: SelectedNamesProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.deletions;
  const more = selected.rows - selected.first.length;
  return (
    <ul className={styles.names} aria-label={words.selectedNames}>
      {selected.first.map((key) => (
        <li key={key} title={key}>{`s3://${bucket}/${key}`}</li>
      ))}
      {more > 0 && <li>{words.andMore({ count: more, text: formatNumber(locale, more) })}</li>}
    </ul>
  );
}
