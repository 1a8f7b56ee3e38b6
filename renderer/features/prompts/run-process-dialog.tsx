import type { AppError } from '../../../shared/app-error.ts';
import type { Prompt, PromptAnswer } from '../../../shared/prompt.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { visibleText } from './visible-text.ts';
import styles from './prompts.module.css';

export interface RunProcessDialogProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'run-process' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
  /** Why the answer before could not be sent. */
  readonly error: AppError | undefined;
}

/** Asks before a program of the config file is run, and shows all of its command. */
export function RunProcessDialog({ prompt, onAnswer, error }: RunProcessDialogProps) {
  const { messages } = useSpeech();
  const words = messages.profiles.prompts;
  const { profile, command } = prompt;
  const refuse = () => onAnswer({ kind: 'refuse' });
  return (
    <Dialog
      role="alertdialog"
      title={words.runTitle({ profile })}
      onClose={refuse}
      footer={
        <>
          {/* Whoever presses Enter without reading has run nothing. */}
          <Button onPress={refuse} autoFocus>
            {words.dontRun}
          </Button>
          <Button kind="primary" onPress={() => onAnswer({ kind: 'allow' })}>
            {words.run}
          </Button>
        </>
      }
    >
      <p>{words.runBody}</p>
      <div className={styles.command}>
        <pre tabIndex={0} aria-label={words.command}>
          {visibleText(command)}
        </pre>
        <CopyButton text={command} what={words.command} />
      </div>
      <p className={styles.dim}>{words.runHint}</p>
      {error !== undefined && <ErrorNotice error={error} />}
    </Dialog>
  );
}
