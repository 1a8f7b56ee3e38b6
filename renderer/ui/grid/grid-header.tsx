import { ArrowDown, ArrowUp } from 'lucide-react';
import { cx } from '../cx.ts';
import type { GridProps } from './grid-types.ts';
import styles from './grid.module.css';

type Props<Id extends string> = Pick<GridProps<Id>, 'columns' | 'sort' | 'onSort'> & {
  /** What the order covers, for a tooltip. */
  readonly sortNote?: string | undefined;
};

/** The headings; one that sorts is a button. */
export function GridHeader<Id extends string>({ columns, sort, onSort, sortNote }: Props<Id>) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        {columns.map(({ id, label, sortable, quiet, align }) => {
          const direction = sort?.column === id ? sort.direction : undefined;
          const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
          return (
            <div
              key={id}
              role="columnheader"
              className={cx(styles.heading, align === 'end' && styles.end)}
              {...(sortable ? { 'aria-sort': direction ?? 'none' } : {})}
            >
              {sortable ? (
                <button type="button" className={styles.sort} title={sortNote} onClick={() => onSort?.(id)}>
                  <span className={styles.text}>{label}</span>
                  {direction !== undefined && <Arrow size={12} aria-hidden />}
                </button>
              ) : (
                <span className={quiet ? styles.hidden : styles.text}>{label}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
