import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { cx } from './cx.ts';
import styles from './virtual-table.module.css';

export interface TableColumn<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  /** A CSS grid track. */
  readonly width: string;
  /** Numbers stand at the end. */
  readonly end?: boolean;
}

export interface VirtualTableProps<Id extends string> {
  readonly label: string;
  readonly columns: readonly TableColumn<Id>[];
  readonly rowCount: number;
  readonly rowKey: (index: number) => string;
  readonly cell: (index: number, column: Id) => ReactNode;
  /** Pixels. */
  readonly rowHeight?: number;
  /** More rows are coming. */
  readonly busy?: boolean;
}

/** A plain table of any length: only rows in view exist. What can be done stands in the cells. */
export function VirtualTable<Id extends string>(props: VirtualTableProps<Id>) {
  const { label, columns, rowCount, rowKey, cell, rowHeight = 30, busy = false } = props;
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never memoized
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: 28,
  });
  const tracks = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    <div ref={scroll} className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={busy ? -1 : rowCount + 1}
        aria-busy={busy}
        className={styles.table}
        style={tracks}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.headRow}>
            {columns.map((column) => (
              <div key={column.id} role="columnheader" className={cx(styles.cell, column.end && styles.end)}>
                {column.label}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <div
              key={rowKey(index)}
              role="row"
              aria-rowindex={index + 2}
              className={styles.row}
              style={{ transform: `translateY(${start - 28}px)`, height: rowHeight }}
            >
              {columns.map(({ id, end }) => (
                <div key={id} role="cell" className={cx(styles.cell, end && styles.end)}>
                  {cell(index, id)}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
