import type { AppError } from '../../shared/app-error.ts';
import type { ConfigPlan } from '../../shared/config-change.ts';
import { Button } from './button.tsx';
import { useSpeech } from './language.tsx';
import { PlanDetails } from './plan-details.tsx';
import styles from './plan-review.module.css';

export interface PlanReviewProps {
  /** Undefined while it is being worked out. */
  readonly plan: ConfigPlan | undefined;
  /** It is being written. */
  readonly busy: boolean;
  /** Why it could not be worked out, or written. */
  readonly error: AppError | undefined;
  readonly onApply: () => void;
  readonly onCancel: () => void;
  /** Looks at the files again, where an error stands. */
  readonly onAgain?: (() => void) | undefined;
  /** What applying does, as “Create 3 profiles”. */
  readonly applyLabel: string;
  readonly cancelLabel?: string | undefined;
  /** It takes something away. */
  readonly danger?: boolean;
}

/** Everything that is to be known before the config files are written, and the buttons that decide. */
export function PlanReview(props: PlanReviewProps) {
  return (
    <div className={styles.review}>
      <PlanDetails plan={props.plan} error={props.error} onAgain={props.onAgain} />
      <div className={styles.actions}>
        <PlanActions {...props} />
      </div>
    </div>
  );
}

/** The buttons alone, for the foot of a dialog. */
export function PlanActions(props: PlanReviewProps) {
  const { plan, busy, onApply, onCancel, applyLabel, cancelLabel, danger = false } = props;
  const { messages } = useSpeech();
  const words = messages.profiles.plan;
  const nothing = plan === undefined || plan.files.length === 0;
  return (
    <>
      <Button onPress={onCancel}>{cancelLabel ?? words.cancel}</Button>
      <Button kind={danger ? 'danger' : 'primary'} onPress={onApply} isDisabled={busy || nothing}>
        {busy ? words.applying : applyLabel}
      </Button>
    </>
  );
}
