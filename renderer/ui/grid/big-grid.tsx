import { type CSSProperties, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { cx } from '../cx.ts';
import { focusIt, useCarriedFocus } from './carried-focus.ts';
import { BigGridRow } from './big-grid-row.tsx';
import type { BigGridProps } from './big-grid-types.ts';
import { GridHeader } from './grid-header.tsx';
import { GridSkeleton } from './grid-skeleton.tsx';
import { ROW_HEIGHT } from './sizes.ts';
import { useBigGridKeys } from './use-big-grid-keys.ts';
import { useBigGridPointer } from './use-big-grid-pointer.ts';
import { useScaledScroll } from './use-scaled-scroll.ts';
import { useKeptInView } from './use-kept-in-view.ts';
import styles from './grid.module.css';

/**
 * A table of any length whose rows come from elsewhere: only rows in view exist. Many rows can be selected. The grid
 * itself has the focus and names its current row, so that rows can come and go under the keyboard.
 */
export function BigGrid<Id extends string, Row>(props: BigGridProps<Id, Row>) {
  const { label, columns, rowCount, row, rowId, isSelected, cell, cellLabel, current, onRange, busy, ref } =
    props;
  const element = useRef<HTMLDivElement>(null);
  const base = useId();
  const report = useRef(() => {});
  const { drawn, body, rows, scroll, viewHeight, reveal } = useScaledScroll(element, props, report);
  const onKeyDown = useBigGridKeys(props, viewHeight, reveal);
  const pointer = useBigGridPointer(element, props);
  useCarriedFocus(element, focusIt);
  useKeptInView(element, { index: current, top: () => scroll.top, reveal });
  useImperativeHandle(ref, () => ({ reveal, focus: () => element.current?.focus({ preventScroll: true }) }));

  useLayoutEffect(() => {
    report.current = () => {
      if (viewHeight.current === 0) return;
      const first = Math.floor(scroll.top / ROW_HEIGHT);
      const end = Math.ceil((scroll.top + viewHeight.current) / ROW_HEIGHT) - 1;
      onRange({
        first,
        last: rowCount === 0 ? end : Math.min(rowCount - 1, end),
        scroll: scroll.top / ROW_HEIGHT,
      });
    };
  });
  useEffect(() => report.current());
  const indexes = drawnIndexes(drawn.first, drawn.count, rowCount, current);
  const idOf = (index: number) => {
    const at = row(index);
    return at === undefined ? `${base}at${index}` : `${base}row${rowId(at)}`;
  };
  const tracks = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  const named = current >= 0 && current < rowCount ? { 'aria-activedescendant': idOf(current) } : {};
  return (
    <div
      ref={element}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable
      aria-rowcount={busy ? -1 : rowCount + 1}
      aria-colcount={columns.length}
      aria-busy={busy}
      {...named}
      className={styles.grid}
      style={tracks}
      onKeyDown={onKeyDown}
      {...pointer}
    >
      <GridHeader {...props} />
      <div ref={body} role="rowgroup" className={cx(styles.body, styles.clipped)}>
        {rowCount === 0 && busy && <GridSkeleton columns={columns} underHeader />}
        <div ref={rows} role="presentation" className={styles.rows}>
          {indexes.map((index, place) => {
            const at = row(index);
            return (
              <BigGridRow
                // Elements stay and change what they show; a row far off, kept for the keyboard, has its own.
                key={place < drawn.count ? index % drawn.count : 'current'}
                id={idOf(index)}
                index={index}
                row={at}
                top={index * ROW_HEIGHT + drawn.shift}
                selected={at !== undefined && isSelected(at)}
                current={index === current}
                columns={columns}
                cell={cell}
                cellLabel={cellLabel}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Rows in view, and the current one, without which a screen reader couldn't name it. */
function drawnIndexes(first: number, count: number, rowCount: number, current: number): number[] {
  const start = Math.max(0, Math.min(first, rowCount - count));
  const length = Math.min(count, rowCount - start);
  const indexes = Array.from({ length }, (_, offset) => start + offset);
  const outside = current >= 0 && current < rowCount && (current < start || current >= start + length);
  return outside ? [...indexes, current] : indexes;
}
