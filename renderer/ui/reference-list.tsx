import type { ConfigReference } from '../../shared/config-change.ts';
import { useSpeech } from './language.tsx';
import styles from './plan-review.module.css';

/** What in the config names a profile or session. */
export function ReferenceList({ references }: { readonly references: readonly ConfigReference[] }) {
  const { messages } = useSpeech();
  const words = messages.profiles.plan;
  return (
    <div className={styles.references}>
      <p className={styles.label}>{words.references}</p>
      <ul>
        {references.map(({ by, byKind, key }) => (
          <li key={`${byKind} ${by} ${key}`}>{words.referenceBy[byKind]({ by, key })}</li>
        ))}
      </ul>
    </div>
  );
}
