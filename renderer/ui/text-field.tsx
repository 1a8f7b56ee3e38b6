import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextField as AriaTextField } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './fields.module.css';

export interface TextFieldProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it, in words; undefined while nothing is. */
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  /** What is typed into a `password` field is never shown. */
  readonly type?: 'text' | 'password';
}

/** A line of text with its label above and a hint, or what is wrong, beneath. */
export function TextField({ label, problem, hint, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} className={cx(styles.field)} isInvalid={problem !== undefined}>
      <Label className={cx(styles.label)}>{label}</Label>
      <Input
        className={cx(styles.input)}
        spellCheck="false"
        autoComplete={props.type === 'password' ? 'new-password' : 'off'}
      />
      {problem === undefined && hint !== undefined && (
        <Text slot="description" className={cx(styles.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(styles.problem)}>{problem}</FieldError>
    </AriaTextField>
  );
}
