import { type ReactNode, useId } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './connect.module.css';

export interface FlowFrameProps {
  readonly title: string;
  readonly intro?: string | undefined;
  /** Titles of all steps. */
  readonly steps: readonly string[];
  /** The index of the one whose turn it is. */
  readonly current: number;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A flow of steps from top to bottom, and for those who don't see it, which of them has begun. */
export function FlowFrame({ title, intro, steps, current, tools, children }: FlowFrameProps) {
  const { messages, locale } = useSpeech();
  const id = useId();
  return (
    <section className={styles.flow} aria-labelledby={id}>
      <header className={styles.header}>
        <div>
          <h1 id={id} className={styles.title}>
            {title}
          </h1>
          {intro !== undefined && <p className={styles.dim}>{intro}</p>}
        </div>
        {tools}
      </header>
      <ol className={styles.steps}>{children}</ol>
      <p role="status" className={styles.quiet}>
        {messages.connect.stepOf({
          number: formatNumber(locale, current + 1),
          of: formatNumber(locale, steps.length),
          title: steps[current] ?? '',
        })}
      </p>
    </section>
  );
}
