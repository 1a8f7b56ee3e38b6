import { Link } from 'lucide-react';
import type { ConfigReference } from '../../../shared/config-change.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './profiles.module.css';

/** More than these are counted only until they are asked for. */
const MOST_OPEN = 3;

export interface ReferencesProps {
  readonly title: string;
  readonly references: readonly ConfigReference[];
  /** It will stop working. */
  readonly broken?: boolean;
}

/** What else in the config names a profile or session; nothing where nothing does. */
export function References({ title, references, broken = false }: ReferencesProps) {
  const { messages } = useSpeech();
  const words = messages.profiles.plan.referenceBy;
  if (references.length === 0) return null;
  return (
    <details
      className={styles.references}
      data-broken={broken}
      open={references.length <= MOST_OPEN || broken}
    >
      <summary>
        <Link size={14} aria-hidden />
        {title}
      </summary>
      <ul>
        {references.map(({ by, byKind, key }) => (
          <li key={`${byKind} ${by} ${key}`}>{words[byKind]({ by, key })}</li>
        ))}
      </ul>
    </details>
  );
}
