import { RotateCcw, TriangleAlert } from 'lucide-react';
import type { DeletionState } from '../../../shared/deletion.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { deletionSentence, deletionShare, isUnderWay, itemsOf, undoSentence } from './deletion-sums.ts';
import styles from './bucket-work.module.css';

export interface DeletionProgressProps {
  readonly state: DeletionState | undefined;
  readonly counted: boolean;
}

/** How it stands, how far it is, and whether it can be undone. */
export function DeletionProgress({ state, counted }: DeletionProgressProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.deletions;
  const share = state === undefined ? undefined : deletionShare(state);
  const bar = state === undefined || isUnderWay(state.phase);
  const known = state !== undefined && state.phase === 'counted' && itemsOf(state.found) > 0;
  const undoable = state !== undefined && state.spec.what === 'current' && state.versioning === 'Enabled';
  const Icon = undoable ? RotateCcw : TriangleAlert;
  return (
    <div className={styles.progress}>
      <p role="status">
        {state === undefined ? words.counting : deletionSentence(words, locale, state, counted)}
      </p>
      {bar && <ProgressBar label={words.progress} share={share} />}
      {known && (
        <p className={styles.undo} data-final={!undoable}>
          <Icon size={14} aria-hidden />
          <span>{undoSentence(words, state)}</span>
        </p>
      )}
    </div>
  );
}
