import { Button } from '../../ui/button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import type { AbortUploads } from './use-abort-uploads.ts';
import styles from './uploads.module.css';

export interface UploadBarProps {
  /** How many are selected. */
  readonly chosen: number;
  readonly progress: AbortUploads['progress'];
  readonly onAbort: () => void;
}

/** What can be done with those selected, and how far it is. */
export function UploadBar({ chosen, progress, onAbort }: UploadBarProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.uploads;
  const number = (count: number) => formatNumber(locale, count);
  return (
    <div className={styles.bar}>
      <Button onPress={onAbort} isDisabled={chosen === 0 || progress !== undefined}>
        {words.abort}
      </Button>
      <span className={styles.dim} role="status">
        {progress === undefined
          ? words.selected({ count: chosen, text: number(chosen) })
          : words.aborting({ done: number(progress.done), of: number(progress.of) })}
      </span>
    </div>
  );
}
