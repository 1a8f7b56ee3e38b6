import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { PreviewTable } from '../../../shared/preview.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { columnWidths, numericColumns } from './table-layout.ts';
import { type TableRequest, useTableRows } from './use-table-rows.ts';
import styles from './preview.module.css';

const ROW = 24;
const NUMBER_COLUMN = 56;

export interface TableViewProps {
  readonly request: TableRequest;
  readonly table: PreviewTable;
  /** More rows can be fetched. */
  readonly pages: boolean;
  /** There are more rows than were read. */
  readonly partial: boolean;
}

/** Rows and columns; only those in view exist, however many there are. */
export function TableView({ request, table, pages, partial }: TableViewProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.previews;
  const { rows, busy, error, more } = useTableRows(request, table);
  const { columns, totalRows } = table;
  const widths = useMemo(() => columnWidths(table), [table]);
  const numeric = useMemo(() => numericColumns(table), [table]);
  const scroll = useRef<HTMLDivElement>(null);
  const typed = columns.some(({ type }) => type !== undefined);
  const head = typed ? 2 * ROW - 8 : ROW;
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never memoized
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: head,
  });
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never memoized
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => widths[index] ?? 0,
    overscan: 3,
  });
  const shownColumns = across.getVirtualItems();
  const width = NUMBER_COLUMN + across.getTotalSize();
  const text = (count: number) => ({ count, text: formatNumber(locale, count) });
  const sentence =
    totalRows !== undefined && totalRows > rows.length
      ? words.rowsOf({ shown: formatNumber(locale, rows.length), ...text(totalRows) })
      : partial && totalRows === undefined
        ? words.firstRows(text(rows.length))
        : words.rows(text(rows.length));
  const canMore = pages && (totalRows === undefined ? partial : rows.length < totalRows);
  return (
    <>
      <div
        ref={scroll}
        className={styles.tableScroll}
        tabIndex={0}
        role="group"
        aria-label={words.kinds.table}
      >
        <div
          role="table"
          aria-label={words.kinds.table}
          aria-rowcount={totalRows === undefined ? -1 : totalRows + 1}
          aria-colcount={columns.length + 1}
          style={{ width }}
        >
          <div role="row" aria-rowindex={1} className={styles.tableHead} style={{ height: head }}>
            <div role="columnheader" aria-colindex={1} className={styles.rowNumber}>
              <span className={styles.hidden}>{words.row}</span>
            </div>
            {shownColumns.map(({ index, start, size }) => (
              <div
                key={index}
                role="columnheader"
                aria-colindex={index + 2}
                className={cx(styles.tableCell, numeric[index] && styles.numeric)}
                style={{ left: NUMBER_COLUMN + start, width: size }}
                title={columns[index]?.name}
              >
                {columns[index]?.name}
                {columns[index]?.type !== undefined && (
                  <span className={styles.columnType}>{columns[index]?.type}</span>
                )}
              </div>
            ))}
          </div>
          <div role="rowgroup" className={styles.tableBody} style={{ height: down.getTotalSize() }}>
            {down.getVirtualItems().map(({ index: row, start: top }) => (
              <div
                key={row}
                role="row"
                aria-rowindex={row + 2}
                className={styles.tableRow}
                style={{ transform: `translateY(${top - head}px)` }}
              >
                <div role="rowheader" aria-colindex={1} className={styles.rowNumber}>
                  {formatNumber(locale, row + 1)}
                </div>
                {shownColumns.map(({ index, start, size }) => (
                  <div
                    key={index}
                    role="cell"
                    aria-colindex={index + 2}
                    className={cx(styles.tableCell, numeric[index] && styles.numeric)}
                    style={{ left: NUMBER_COLUMN + start, width: size }}
                    title={rows[row]?.[index]}
                  >
                    {rows[row]?.[index]}
                  </div>
                ))}
              </div>
            ))}
          </div>
        </div>
      </div>
      {error !== undefined && <ErrorNotice error={error} remedies={{ retry: more }} />}
      <div className={styles.foot}>
        <span role="status">
          {rows.length === 0 ? words.noRows : `${sentence} · ${words.columns(text(columns.length))}`}
        </span>
        {canMore && (
          <Button kind="quiet" onPress={more} isDisabled={busy}>
            {busy ? words.loadingMore : words.loadMore}
          </Button>
        )}
      </div>
    </>
  );
}
