import { Check, Minus } from 'lucide-react';
import type { MouseEvent } from 'react';
import { cx } from '../../ui/cx.ts';
import fields from '../../ui/fields.module.css';
import styles from './connect.module.css';

export interface PickBoxProps {
  readonly state: 'none' | 'some' | 'all';
  readonly label: string;
  readonly isDisabled?: boolean;
  /** Where a click on it means something else than one on its row. */
  readonly onPress?: () => void;
}

const CHECKED = { none: false, some: 'mixed', all: true } as const;

/** A box to tick in a row that has the keyboard itself: Space on the row ticks it. */
export function PickBox({ state, label, isDisabled = false, onPress }: PickBoxProps) {
  return (
    <span
      role="checkbox"
      aria-checked={CHECKED[state]}
      aria-label={label}
      aria-disabled={isDisabled}
      data-selected={state === 'all' || undefined}
      data-indeterminate={state === 'some' || undefined}
      data-disabled={isDisabled || undefined}
      className={cx(fields.checkbox, styles.pickBox)}
      onClick={(event: MouseEvent) => {
        if (onPress === undefined) return;
        event.stopPropagation();
        if (!isDisabled) onPress();
      }}
    >
      <span className={fields.box} aria-hidden>
        {state === 'all' && <Check size={12} />}
        {state === 'some' && <Minus size={12} />}
      </span>
    </span>
  );
}
