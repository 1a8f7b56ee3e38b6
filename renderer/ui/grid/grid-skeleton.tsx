import type { CSSProperties } from 'react';
import { cx } from '../cx.ts';
import type { GridColumn } from './grid-types.ts';
import styles from './grid.module.css';

/** Widths of the bars, in percent of their column. */
const ROWS = [62, 48, 74, 55, 68, 44, 58, 70];

export interface GridSkeletonProps {
  readonly columns: readonly GridColumn[];
  /** The headings are there already. */
  readonly underHeader?: boolean;
}

/** What stands where rows will be until the first arrive, in the columns they will have. */
export function GridSkeleton({ columns, underHeader = false }: GridSkeletonProps) {
  const tracks = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    <div className={cx(styles.skeletons, underHeader && styles.underHeader)} style={tracks} aria-hidden>
      {ROWS.map((width) => (
        <div key={width} className={styles.skeleton}>
          {columns.map(({ id }, index) => (
            <span key={id} style={{ width: `${index === 0 ? width / 1.5 : width}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}
