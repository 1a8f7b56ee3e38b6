import { useLayoutEffect, useRef } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { NAME_TOKENS, type TemplateProblem } from '../../../shared/profile-names.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import fields from '../../ui/fields.module.css';
import { useSpeech } from '../../ui/language.tsx';
import styles from './connect.module.css';

export interface TemplateFieldProps {
  readonly value: string;
  readonly onChange: (template: string) => void;
  readonly problem: TemplateProblem | undefined;
}

/** The template for names, and what can be put into it at the caret. */
export function TemplateField({ value, onChange, problem }: TemplateFieldProps) {
  const words = useSpeech().messages.connect.profiles;
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    input.current?.focus();
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  const insert = (token: string) => {
    const { selectionStart, selectionEnd } = input.current ?? {};
    const from = selectionStart ?? value.length;
    caret.current = from + token.length;
    onChange(value.slice(0, from) + token + value.slice(selectionEnd ?? value.length));
  };
  return (
    <TextField
      className={cx(fields.field)}
      value={value}
      onChange={onChange}
      isInvalid={problem !== undefined}
    >
      <Label className={cx(fields.label)}>{words.template}</Label>
      <Input ref={input} className={cx(fields.input, styles.mono)} spellCheck="false" autoComplete="off" />
      {problem === undefined && (
        <Text slot="description" className={cx(fields.hint)}>
          {words.templateHint}
        </Text>
      )}
      <FieldError className={cx(fields.problem)}>
        {problem?.kind === 'empty' && words.noTemplate}
        {problem?.kind === 'unknown-token' && words.unknownToken({ token: problem.token })}
        {problem?.kind === 'no-region' && words.noRegion}
      </FieldError>
      <div className={styles.tokens}>
        {NAME_TOKENS.map((name) => {
          const token = `{${name}}`;
          return (
            <Button
              key={name}
              kind="quiet"
              aria-label={words.insert({ token })}
              onPress={() => insert(token)}
            >
              {token}
            </Button>
          );
        })}
      </div>
    </TextField>
  );
}
