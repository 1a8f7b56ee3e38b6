import type { DeletionState } from '../../../shared/deletion.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './bucket-work.module.css';

/** What S3 refused to delete, by name as far as the names are kept. */
export function DeletionRefusals({ state }: { readonly state: DeletionState }) {
  const { messages, locale } = useSpeech();
  const words = messages.details.deletions;
  const { refused, refusals } = state;
  const text = formatNumber(locale, refused);
  return (
    <details className={styles.refusals} open={state.phase !== 'deleting'}>
      <summary>{words.refusals({ count: refused, text })}</summary>
      {refusals.length < refused && (
        <p className={styles.dim}>
          {words.firstRefusals({ shown: formatNumber(locale, refusals.length), text })}
        </p>
      )}
      <ul tabIndex={0} aria-label={words.refusals({ count: refused, text })}>
        {refusals.map(({ key, versionId, code }) => (
          <li key={`${key} ${versionId ?? ''}`}>
            <code title={versionId}>{key}</code>
            <span className={styles.dim}>{code}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
