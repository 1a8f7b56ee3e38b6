import { useMemo } from 'react';
import type { ConfigChange } from '../../../shared/config-change.ts';
import type { SessionView } from '../../../shared/session.ts';
import { useConfigUndo } from '../../ui/config-undo.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ReviewStep } from './review-step.tsx';
import styles from './connect.module.css';

export interface PruneReviewProps {
  readonly session: SessionView;
  /** Of the profiles to delete. */
  readonly names: readonly string[];
  readonly onClose: () => void;
}

/** What deleting profiles that are gone from the portal would change. */
export function PruneReview({ session, names, onClose }: PruneReviewProps) {
  const { messages, locale } = useSpeech();
  const words = messages.connect.compare;
  const { tellWritten } = useConfigUndo();
  const change = useMemo<ConfigChange>(() => ({ kind: 'delete-profiles', names }), [names]);
  const count = { count: names.length, text: formatNumber(locale, names.length) };
  return (
    <section className={styles.flow} aria-labelledby="prune-title">
      <header className={styles.header}>
        <div>
          <h1 id="prune-title" className={styles.title}>
            {words.pruneTitle}
          </h1>
          <p className={styles.dim}>{session.name}</p>
        </div>
      </header>
      <ReviewStep
        change={change}
        applyLabel={words.pruneApply(count)}
        danger
        onBack={onClose}
        onWritten={() => {
          tellWritten(words.pruned(count));
          onClose();
        }}
      />
    </section>
  );
}
