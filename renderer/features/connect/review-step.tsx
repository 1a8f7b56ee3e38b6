import { useState } from 'react';
import type { ConfigChange } from '../../../shared/config-change.ts';
import { useConfigPlan } from '../../bridge/config-plan.ts';
import { useSpeech } from '../../ui/language.tsx';
import { PlanReview } from '../../ui/plan-review.tsx';
import styles from './connect.module.css';

export interface ReviewStepProps {
  readonly change: ConfigChange;
  /** What applying does. */
  readonly applyLabel: string;
  readonly onBack: () => void;
  readonly onWritten: () => void;
  /** It takes something away. */
  readonly danger?: boolean;
}

/** What would be written, and the button that writes it. */
export function ReviewStep({ change, applyLabel, onBack, onWritten, danger = false }: ReviewStepProps) {
  const { connect } = useSpeech().messages;
  const { plan, error, again, apply, applying, applyError } = useConfigPlan(change);
  const [done, setDone] = useState(false);
  const write = async () => {
    if (!(await apply())) return;
    setDone(true);
    onWritten();
  };
  return (
    <div className={styles.review}>
      <PlanReview
        plan={plan}
        busy={applying || done}
        error={applyError ?? error}
        onApply={() => void write()}
        onCancel={onBack}
        onAgain={again}
        applyLabel={applyLabel}
        cancelLabel={connect.back}
        danger={danger}
      />
    </div>
  );
}
