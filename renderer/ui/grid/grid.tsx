import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useRef } from 'react';
import { cx } from '../cx.ts';
import { focusFirstRow, useCarriedFocus, useFocusStays } from './carried-focus.ts';
import { GridHeader } from './grid-header.tsx';
import type { GridProps } from './grid-types.ts';
import { HEADER_HEIGHT, ROW_HEIGHT } from './sizes.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useKeptInView } from './use-kept-in-view.ts';
import styles from './grid.module.css';

/** A table of any length: only rows in view exist. One row can be selected; it has the focus. */
export function Grid<Id extends string>(props: GridProps<Id>) {
  const { label, columns, rowCount, rowKey, cell, selectedIndex, onSelect, onOpen, onMenu, levels, busy } =
    props;
  const element = useRef<HTMLDivElement>(null);
  useCarriedFocus(element, focusFirstRow);
  const stays = useFocusStays(element);
  const tabStop = Math.max(0, Math.min(selectedIndex, rowCount - 1));
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never memoized
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => element.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    // The row that has the focus stays, however far one scrolls away from it.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (tabStop < rowCount && !indexes.includes(tabStop)) indexes.push(tabStop);
      return indexes.sort((one, other) => one - other);
    },
  });
  const onKeyDown = useGridFocus(element, { ...props, onSelect }, (index) => virtual.scrollToIndex(index));
  useKeptInView(element, {
    index: selectedIndex,
    top: () => element.current?.scrollTop ?? 0,
    reveal: (index) => virtual.scrollToIndex(index),
  });
  const tracks = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties;

  return (
    <div
      ref={element}
      role={levels === undefined ? 'grid' : 'treegrid'}
      aria-label={label}
      aria-rowcount={busy ? -1 : rowCount + 1}
      aria-colcount={columns.length}
      aria-busy={busy}
      className={styles.grid}
      style={tracks}
      onKeyDown={onKeyDown}
      {...stays}
    >
      <GridHeader {...props} />
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const expanded = levels?.expanded(index);
          return (
            <div
              key={rowKey(index)}
              role="row"
              data-index={index}
              aria-rowindex={index + 2}
              aria-selected={index === selectedIndex}
              tabIndex={index === tabStop ? 0 : -1}
              className={cx(styles.row, index === selectedIndex && styles.selected)}
              style={{ transform: `translateY(${start - HEADER_HEIGHT}px)` }}
              {...(levels === undefined ? {} : { 'aria-level': levels.level(index) })}
              {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
              onClick={() => onSelect(index, 'pointer')}
              onMouseDown={(event) => {
                // A double click opens; it is not to select the word under it.
                if (event.detail > 1) event.preventDefault();
              }}
              onDoubleClick={() => onOpen?.(index)}
              onContextMenu={(event) => {
                if (onMenu === undefined) return;
                event.preventDefault();
                onSelect(index, 'keyboard');
                const { left, bottom } = event.currentTarget.getBoundingClientRect();
                const byKeyboard = event.clientX === 0 && event.clientY === 0;
                onMenu(
                  index,
                  byKeyboard ? { x: left + 24, y: bottom } : { x: event.clientX, y: event.clientY },
                );
              }}
            >
              {columns.map(({ id }) => (
                <div key={id} role="gridcell" className={styles.cell}>
                  {cell(index, id, index === selectedIndex)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
