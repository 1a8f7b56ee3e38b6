import type { AppError } from '../../../shared/app-error.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import styles from './details.module.css';

/** Widths of the bars in percent. */
const BARS = [70, 45, 60, 38, 66, 52, 44, 58];

export interface PanelStateProps {
  readonly error: AppError | undefined;
  /** Said while nothing has arrived. */
  readonly loading: string;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
}

/** In the place of the facts until they are there, or instead of them. */
export function PanelState({ error, loading, onRetry, onSignIn }: PanelStateProps) {
  if (error !== undefined) {
    return <ErrorNotice error={error} remedies={{ retry: onRetry, 'sign-in': onSignIn }} />;
  }
  return (
    <div className={styles.skeleton} role="status" aria-label={loading}>
      {BARS.map((width) => (
        <span key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
