import { errorWords } from '../../../shared/messages/messages.ts';
import { useSpeech } from '../../ui/language.tsx';
import type { PickerRow } from './picker-rows.ts';
import styles from './connect.module.css';

type Note = Extract<PickerRow, { kind: 'note' }>['note'];

/** In the place of an account's roles: that they are loading, that there are none, or what went wrong. */
export function RowNote({ note }: { readonly note: Note }) {
  const { messages } = useSpeech();
  const words = messages.connect.roles;
  if (note === 'loading') return <span className={styles.note}>{words.loading}</span>;
  if (note === 'none') return <span className={styles.note}>{words.none}</span>;
  const { what, why, next } = errorWords(messages, note);
  const { gap } = messages.page.common;
  return (
    <span className={styles.failed} title={[what, why, next].join(gap)}>
      {what}
      {gap}
      {next}
    </span>
  );
}
