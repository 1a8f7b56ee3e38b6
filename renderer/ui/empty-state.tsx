import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly body: string;
  /** 1 where it is the whole view, 2 within one. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
}

/** In the place of a list: why nothing is there, and what to do. */
export function EmptyState({ title, body, level = 2, children }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <Heading className={styles.title}>{title}</Heading>
      <p className={styles.body}>{body}</p>
      {children}
    </div>
  );
}
