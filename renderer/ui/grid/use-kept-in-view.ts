import { type RefObject, useEffect, useRef } from 'react';
import { HEADER_HEIGHT, ROW_HEIGHT } from './sizes.ts';

export interface KeptRow {
  /** -1 for none. */
  readonly index: number;
  /** How far the rows are scrolled, in pixels. */
  readonly top: () => number;
  readonly reveal: (index: number) => void;
}

/** Keeps the current row in view when the table gets lower, e.g. because its details open below. */
export function useKeptInView(element: RefObject<HTMLElement | null>, row: KeptRow): void {
  const latest = useRef(row);
  useEffect(() => {
    latest.current = row;
  });
  useEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    let height = box.clientHeight;
    const observer = new ResizeObserver(() => {
      const before = height;
      height = box.clientHeight;
      const { index, top, reveal } = latest.current;
      if (index < 0 || height === 0 || height >= before) return;
      const bottom = (index + 1) * ROW_HEIGHT - top();
      const wasSeen = bottom > 0 && bottom - ROW_HEIGHT < before - HEADER_HEIGHT;
      if (wasSeen && bottom > height - HEADER_HEIGHT) reveal(index);
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
}
