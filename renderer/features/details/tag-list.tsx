import type { Tag } from '../../../shared/object-details.ts';
import { Copyable, Facts } from './facts.tsx';
import styles from './details.module.css';

export interface TagListProps {
  readonly tags: readonly Tag[];
  /** Said where there are none. */
  readonly none: string;
}

/** Keys and values that people gave: tags, metadata, headers. */
export function TagList({ tags, none }: TagListProps) {
  if (tags.length === 0) return <p className={styles.dim}>{none}</p>;
  return (
    <Facts entries={tags.map(({ key, value }) => [key, <Copyable key={key} text={value} what={key} />])} />
  );
}
