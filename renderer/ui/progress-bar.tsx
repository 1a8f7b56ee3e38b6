import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; undefined where nobody knows how long it takes. */
  readonly share: number | undefined;
}

/** How far something is. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  const percent = share === undefined ? undefined : Math.min(100, Math.max(0, share * 100));
  return (
    <AriaProgressBar
      aria-label={label}
      className={cx(styles.track)}
      {...(percent === undefined ? { isIndeterminate: true } : { value: percent })}
    >
      <div
        className={percent === undefined ? styles.unknown : styles.bar}
        style={percent === undefined ? {} : { transform: `scaleX(${percent / 100})` }}
      />
    </AriaProgressBar>
  );
}
