import { useClock } from './clock.ts';
import { formatMinutes } from './format.ts';
import { usePageWords } from './language.tsx';
import styles from './countdown.module.css';

export interface CountdownProps {
  /** Unix milliseconds, both. */
  readonly from: number;
  readonly until: number;
}

/** A bar that empties until a code stops working, with the time in words. */
export function Countdown({ from, until }: CountdownProps) {
  const { signIn } = usePageWords();
  const left = useClock((now) => Math.max(0, Math.ceil((until - now) / 1000)));
  const share = Math.min(1, (left * 1000) / Math.max(1, until - from));
  return (
    <div className={styles.countdown}>
      <div className={styles.track} aria-hidden>
        <div className={styles.bar} style={{ transform: `scaleX(${share})` }} />
      </div>
      <span role="timer" aria-live="off">
        {left > 0 ? signIn.codeEnds({ left: formatMinutes(left * 1000) }) : signIn.codeEnded}
      </span>
    </div>
  );
}
