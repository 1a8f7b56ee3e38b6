import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { type AppError, type ErrorRemedy, remedyFor } from '../../shared/app-error.ts';
import { errorWords } from '../../shared/messages/messages.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { useSpeech } from './language.tsx';
import styles from './error-notice.module.css';

export interface ErrorNoticeProps {
  readonly error: AppError;
  /** What the remedy's button does; without an entry there is no button. */
  readonly remedies?: Partial<Record<Exclude<ErrorRemedy, 'none'>, () => void>>;
  /** A remedy in the notice itself, as a field. */
  readonly children?: ReactNode;
  /** Other words than “Try again”. */
  readonly retryLabel?: string;
  readonly onDismiss?: (() => void) | undefined;
}

/** An error where it happened: what, why probably, what to do, and a button that does it. */
export function ErrorNotice({ error, remedies = {}, children, retryLabel, onDismiss }: ErrorNoticeProps) {
  const { messages } = useSpeech();
  const { common, signIn, buckets } = messages.page;
  const { what, why, next } = errorWords(messages, error);
  const best = remedyFor(error.code);
  // A permission may have come in the meantime.
  const remedy = best === 'open-bucket' && remedies[best] === undefined ? 'retry' : best;
  const act = remedy === 'none' ? undefined : remedies[remedy];
  const labels = {
    retry: retryLabel ?? common.retry,
    'sign-in': signIn.again,
    'open-bucket': buckets.openByName,
  };
  const details = [`${error.code} ${JSON.stringify(error.params)}`, error.technical ?? ''].join('\n').trim();
  return (
    <div role="alert" className={styles.notice}>
      <CircleAlert className={styles.icon} size={16} aria-hidden />
      <div className={styles.body}>
        <p className={styles.what}>{what}</p>
        <p className={styles.why}>{why}</p>
        <p>{next}</p>
        {children}
        {(act !== undefined || onDismiss !== undefined) && (
          <div className={styles.actions}>
            {act !== undefined && remedy !== 'none' && <Button onPress={act}>{labels[remedy]}</Button>}
            {onDismiss !== undefined && <Button onPress={onDismiss}>{common.dismiss}</Button>}
          </div>
        )}
        <details className={styles.details}>
          <summary>{common.details}</summary>
          <div className={styles.technical}>
            <pre>{details}</pre>
            <CopyButton text={details} what={common.details} />
          </div>
        </details>
      </div>
    </div>
  );
}
