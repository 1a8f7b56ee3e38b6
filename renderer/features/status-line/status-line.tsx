import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { ChevronUp } from 'lucide-react';
import type { ActivityEntry } from '../../../shared/activity.ts';
import { cx } from '../../ui/cx.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { Took } from '../../ui/took.tsx';
import styles from './status-line.module.css';

export interface StatusLineProps {
  /** Newest first. */
  readonly activity: readonly ActivityEntry[];
  readonly open: boolean;
  readonly onToggle: () => void;
  /** At its right end. */
  readonly children?: ReactNode;
}

/** At the bottom: what was done last, how long it took, and the way to all of it. */
export function StatusLine({ activity, open, onToggle, children }: StatusLineProps) {
  const { messages, locale } = useSpeech();
  const words = messages.page.activity;
  const last = activity[0];
  return (
    <div className={styles.line}>
      <ToggleButton
        className={cx(styles.toggle)}
        isSelected={open}
        onChange={onToggle}
        aria-expanded={open}
        aria-controls="activity"
      >
        <ChevronUp size={14} aria-hidden data-open={open} />
        {words.show}
      </ToggleButton>
      <span role="status" className={styles.last} data-outcome={last?.outcome}>
        {last === undefined ? words.none : words.words[last.action][last.outcome]}
      </span>
      {last?.durationMs !== undefined && (
        <span className={styles.numbers}>
          <Took ms={last.durationMs} /> ·{' '}
          {words.calls({ calls: last.calls, text: formatNumber(locale, last.calls) })}
        </span>
      )}
      {last !== undefined && (
        <code className={styles.command} title={last.command}>
          {last.command}
        </code>
      )}
      <span className={styles.end}>{children}</span>
    </div>
  );
}
