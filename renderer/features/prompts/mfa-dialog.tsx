import { CircleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import type { AppError } from '../../../shared/app-error.ts';
import type { Prompt, PromptAnswer } from '../../../shared/prompt.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import fields from '../../ui/fields.module.css';
import { useSpeech } from '../../ui/language.tsx';
import styles from './prompts.module.css';

export interface MfaDialogProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'mfa' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
  /** Why the answer before could not be sent. */
  readonly error: AppError | undefined;
}

/** Asks for the code of an MFA device. */
export function MfaDialog({ prompt, onAnswer, error }: MfaDialogProps) {
  const { messages } = useSpeech();
  const words = messages.profiles.prompts;
  const [code, setCode] = useState('');
  const formId = useId();
  const complete = /^\d{6}$/.test(code);
  const submit = () => complete && onAnswer({ kind: 'code', code });
  const cancel = () => onAnswer({ kind: 'refuse' });
  return (
    <Dialog
      title={words.mfaTitle}
      onClose={cancel}
      footer={
        <>
          <Button onPress={cancel}>{words.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} isDisabled={!complete}>
            {words.submit}
          </Button>
        </>
      }
    >
      <p>{words.mfaBody({ profile: prompt.profile })}</p>
      {prompt.refused && (
        <p role="alert" className={styles.refused}>
          <CircleAlert size={16} aria-hidden />
          {words.refused}
        </p>
      )}
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          className={cx(fields.field)}
          value={code}
          // Codes are pasted with spaces in them: "123 456".
          onChange={(text) => setCode(text.replaceAll(/\D/g, '').slice(0, 6))}
          autoFocus
        >
          <Label className={cx(fields.label)}>{words.code}</Label>
          <Input
            className={cx(fields.input, styles.code)}
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck="false"
          />
          <Text slot="description" className={cx(fields.hint)}>
            {words.codeHint}
          </Text>
        </TextField>
      </form>
      <DefinitionList entries={[[words.device, <code key="serial">{prompt.serial}</code>]]} />
      {error !== undefined && <ErrorNotice error={error} />}
    </Dialog>
  );
}
