import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { moveInGrid } from './grid-keys.ts';
import type { GridProps } from './grid-types.ts';
import { HEADER_HEIGHT, ROW_HEIGHT } from './sizes.ts';

type Props = Pick<GridProps, 'rowCount' | 'selectedIndex' | 'onSelect' | 'onOpen' | 'levels'>;

/** The keyboard in a grid: the selection moves, and the focus goes with it. */
export function useGridFocus(
  grid: RefObject<HTMLDivElement | null>,
  { rowCount, selectedIndex, onSelect, onOpen, levels }: Props,
  scrollTo: (index: number) => void,
) {
  const follow = useRef(false);
  useLayoutEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    grid.current
      ?.querySelector<HTMLElement>(`[data-index="${selectedIndex}"]`)
      ?.focus({ preventScroll: true });
  }, [grid, selectedIndex]);

  const moveTo = (index: number) => {
    follow.current = index !== selectedIndex;
    scrollTo(index);
    onSelect(index, 'keyboard');
    if (!follow.current) {
      grid.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
    }
  };

  return (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-index]');
    const inHeader = row === null;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // In a row's own button or link, only the arrows are the grid's.
    if (!inHeader && target !== row && !event.key.startsWith('Arrow')) return;
    if (inHeader && event.key !== 'ArrowDown') return;
    const index = inHeader ? selectedIndex : Number(row.dataset['index']);

    const open = levels?.expanded(index);
    if (!inHeader && event.key === 'Enter') onOpen?.(index);
    else if (!inHeader && event.key === ' ') onSelect(index, 'keyboard');
    else if (event.key === 'ArrowRight' && open === false) levels?.toggle(index);
    else if (event.key === 'ArrowLeft' && open === true) levels?.toggle(index);
    else if (event.key === 'ArrowLeft' && levels !== undefined) moveTo(parentOf(index, levels.level));
    else {
      const pageSize = Math.floor(((grid.current?.clientHeight ?? 0) - HEADER_HEIGHT) / ROW_HEIGHT) - 1;
      const next = inHeader
        ? Math.max(0, selectedIndex)
        : moveInGrid(event.key, { index, rowCount, pageSize });
      if (next === undefined || next >= rowCount) return;
      moveTo(next);
    }
    event.preventDefault();
  };
}

function parentOf(index: number, level: (index: number) => number): number {
  const own = level(index);
  for (let above = index - 1; above >= 0; above -= 1) if (level(above) < own) return above;
  return index;
}
