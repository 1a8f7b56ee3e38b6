import { useId } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './fields.module.css';

export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

export interface RadioChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly RadioOption<Value>[];
  readonly isDisabled?: boolean;
}

/** One of a few, each with a hint. */
export function RadioChoice<Value extends string>(props: RadioChoiceProps<Value>) {
  const { label, value, onChange, options, isDisabled = false } = props;
  const id = useId();
  return (
    <RadioGroup
      className={cx(styles.choices)}
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      isDisabled={isDisabled}
    >
      <Label className={cx(styles.label)}>{label}</Label>
      {options.map((option) => (
        <div key={option.value} className={styles.choice}>
          <Radio
            value={option.value}
            className={cx(styles.checkbox)}
            {...(option.hint === undefined ? {} : { 'aria-describedby': `${id}${option.value}` })}
          >
            <span className={styles.dot} aria-hidden />
            {option.label}
          </Radio>
          {option.hint !== undefined && (
            <p id={`${id}${option.value}`} className={cx(styles.hint, styles.indented)}>
              {option.hint}
            </p>
          )}
        </div>
      ))}
    </RadioGroup>
  );
}
