import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ConfigChange } from '../../../shared/config-change.ts';
import { useConfigPlan } from '../../bridge/config-plan.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { PlanDetails } from '../../ui/plan-details.tsx';
import { PlanActions } from '../../ui/plan-review.tsx';
import styles from './profiles.module.css';

export interface PlannedDialogProps {
  readonly title: string;
  /** What was asked for; undefined while it can't be gone on with. */
  readonly change: ConfigChange | undefined;
  /** What writing it does, as “Save”. */
  readonly applyLabel: string;
  /** It takes something away. */
  readonly danger?: boolean;
  readonly onWritten: () => void;
  readonly onClose: () => void;
  /** Says what is wanted. */
  readonly children: ReactNode;
}

/** Asks for a change, then shows what it would do to the files, then writes it. */
export function PlannedDialog(props: PlannedDialogProps) {
  const { title, change, applyLabel, danger = false, onWritten, onClose, children } = props;
  const { messages } = useSpeech();
  const words = messages.profiles;
  // A change is looked at as it was when one asked to see it.
  const [looked, setLooked] = useState<ConfigChange>();
  const planned = useConfigPlan(looked);
  const apply = async () => {
    if (await planned.apply()) onWritten();
  };
  const error = planned.error ?? planned.applyError;
  return (
    <Dialog
      title={title}
      role={danger ? 'alertdialog' : 'dialog'}
      wide
      onClose={onClose}
      footer={
        looked === undefined ? (
          <>
            <Button onPress={onClose}>{words.plan.cancel}</Button>
            <Button kind="primary" isDisabled={change === undefined} onPress={() => setLooked(change)}>
              {words.edit.next}
            </Button>
          </>
        ) : (
          <PlanActions
            plan={planned.plan}
            busy={planned.applying}
            error={error}
            onApply={() => void apply()}
            onCancel={() => setLooked(undefined)}
            cancelLabel={words.plan.back}
            applyLabel={applyLabel}
            danger={danger}
          />
        )
      }
    >
      {/* What was typed stays, for those who come back. */}
      <form
        className={styles.form}
        hidden={looked !== undefined}
        onSubmit={(event) => {
          event.preventDefault();
          if (change !== undefined) setLooked(change);
        }}
      >
        {children}
        {/* Enter in a field sends the form; the button that shows is in the footer, outside of it. */}
        <button type="submit" hidden />
      </form>
      {looked !== undefined && (
        <div className={styles.review}>
          <ReviewHeading>{words.edit.reviewTitle}</ReviewHeading>
          <PlanDetails plan={planned.plan} error={error} onAgain={planned.again} />
        </div>
      )}
    </Dialog>
  );
}

/** Takes the focus, so that the next step is read out and the keyboard goes on from there. */
function ReviewHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} className={styles.heading}>
      {children}
    </h3>
  );
}
