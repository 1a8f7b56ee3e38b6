import { Check } from 'lucide-react';
import { type ReactNode, use, useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { isFocusLost } from '../../ui/kept-focus.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ShownContext } from '../../ui/page-commands.ts';
import styles from './connect.module.css';

export type StepState = 'done' | 'current' | 'ahead';

export interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly state: StepState;
  /** What was answered, shown once it is done. */
  readonly summary?: ReactNode;
  /** Goes back to this step; absent where there is nothing to change. */
  readonly onChange?: (() => void) | undefined;
  /** Where the keyboard goes when the step begins; `heading` where Enter should not do anything yet. */
  readonly focus?: 'field' | 'heading';
  /** When this changes, what was in the step is gone and the keyboard goes to what has come. */
  readonly focusKey?: string;
  readonly children: ReactNode;
}

/** One step of a flow: a line while it is done or still ahead, with its fields while it is its turn. */
export function Step(props: StepProps) {
  const { number, title, state, summary, onChange, focus = 'field', focusKey = '', children } = props;
  const { connect } = useSpeech().messages;
  const id = useId();
  const shown = use(ShownContext);
  const item = useRef<HTMLLIElement>(null);
  const begun = useRef<string>(undefined);
  const current = state === 'current';
  useEffect(() => {
    if (!current) begun.current = undefined;
    // What happens in a tab out of sight must not take the keyboard away.
    if (!current || !shown || item.current === null) return;
    const first = begun.current === undefined;
    const changed = begun.current !== focusKey;
    begun.current = focusKey;
    // Some content takes the focus itself.
    const taken = item.current.contains(document.activeElement);
    if ((first && !taken) || (changed && isFocusLost())) focusIn(item.current, focus);
    if (first && number > 1) item.current.scrollIntoView?.({ block: 'start' });
  }, [current, shown, focus, focusKey, number]);
  return (
    <li
      ref={item}
      className={styles.step}
      data-state={state}
      {...(current ? { 'aria-current': 'step' as const } : {})}
    >
      <span className={styles.number} aria-hidden>
        {state === 'done' ? <Check size={13} /> : number}
      </span>
      <div className={styles.line}>
        <h2 id={id} className={styles.stepTitle} tabIndex={-1}>
          {title}
        </h2>
        {state === 'done' && (
          <>
            <div className={styles.summary}>{summary}</div>
            {onChange !== undefined && (
              <Button kind="quiet" onPress={onChange} aria-label={connect.changeStep({ step: title })}>
                {connect.change}
              </Button>
            )}
          </>
        )}
      </div>
      {current && (
        <section aria-labelledby={id} className={styles.body}>
          {children}
        </section>
      )}
    </li>
  );
}

function focusIn(step: HTMLElement, where: 'field' | 'heading'): void {
  const field = step.querySelector<HTMLElement>(
    'section :is(input:not([type=hidden], [type=radio]:not(:checked), :disabled), select, button:not(:disabled, [hidden]))',
  );
  const heading = step.querySelector('h2');
  const place = where === 'field' ? (field ?? heading) : heading;
  place?.focus({ preventScroll: true });
}
