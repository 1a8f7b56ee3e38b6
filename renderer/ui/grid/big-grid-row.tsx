import { memo, type ReactNode } from 'react';
import { cx } from '../cx.ts';
import type { GridColumn } from './grid-types.ts';
import styles from './grid.module.css';

export interface BigGridRowProps<Id extends string, Row> {
  readonly id: string;
  readonly index: number;
  readonly row: Row | undefined;
  /** Pixels within the grid's body. */
  readonly top: number;
  readonly selected: boolean;
  readonly current: boolean;
  readonly columns: readonly GridColumn<Id>[];
  readonly cell: (row: Row, column: Id) => ReactNode;
  readonly cellLabel: ((row: Row, column: Id) => string | undefined) | undefined;
}

/** One row; drawn anew only when something of it changed. */
function BigGridRowBase<Id extends string, Row>(props: BigGridRowProps<Id, Row>) {
  const { id, index, row, top, selected, current, columns, cell, cellLabel } = props;
  return (
    <div
      id={id}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={cx(
        styles.row,
        styles.big,
        selected && styles.selected,
        current && styles.current,
        row === undefined && styles.coming,
      )}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map(({ id: column, align }) => (
        <div
          key={column}
          role="gridcell"
          aria-label={row === undefined ? undefined : cellLabel?.(row, column)}
          className={cx(styles.cell, align === 'end' && styles.end)}
        >
          {row !== undefined && cell(row, column)}
        </div>
      ))}
    </div>
  );
}

export const BigGridRow = memo(BigGridRowBase) as typeof BigGridRowBase;
