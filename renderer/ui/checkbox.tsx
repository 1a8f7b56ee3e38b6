import { Check, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './fields.module.css';

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly isIndeterminate?: boolean;
  /** Its name where no words stand beside it. */
  readonly label?: string;
  readonly children?: ReactNode;
  readonly hint?: ReactNode;
}

/** A box to tick, with words and a hint beneath them. */
export function Checkbox({ label, children, hint, ...props }: CheckboxProps) {
  const hintId = useId();
  const described = hint === undefined ? {} : { 'aria-describedby': hintId };
  return (
    <div className={styles.choice}>
      <AriaCheckbox
        {...props}
        {...described}
        {...(label === undefined ? {} : { 'aria-label': label })}
        className={cx(styles.checkbox)}
      >
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className={styles.box} aria-hidden>
              {isIndeterminate ? <Minus size={12} /> : isSelected && <Check size={12} />}
            </span>
            {children}
          </>
        )}
      </AriaCheckbox>
      {hint !== undefined && (
        <p id={hintId} className={cx(styles.hint, styles.indented)}>
          {hint}
        </p>
      )}
    </div>
  );
}
