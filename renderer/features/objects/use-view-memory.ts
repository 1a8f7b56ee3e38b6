import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { ObjectViewMemory } from './object-view-types.ts';

const SETTLE_MS = 300;

/**
 * Tells how the view stands, a moment after it last changed and when it goes.
 * @returns to be called when it was scrolled
 */
export function useViewMemory(
  { sort, filter, focusKey }: Omit<ObjectViewMemory, 'scroll'>,
  scroll: RefObject<number>,
  onMemory: (memory: ObjectViewMemory) => void,
): () => void {
  const tell = useRef(() => {});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touch = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tell.current(), SETTLE_MS);
  }, []);
  const latest = useRef(onMemory);
  useEffect(() => {
    latest.current = onMemory;
  });
  useEffect(() => {
    tell.current = () => latest.current({ sort, filter, focusKey, scroll: scroll.current });
    touch();
  }, [sort, filter, focusKey, scroll, touch]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      tell.current();
    },
    [],
  );
  return touch;
}
