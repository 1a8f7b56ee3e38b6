import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same and does what the one of the last render does; for what isn't called while rendering. */
export function useSteady<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
