import { useEffect, useRef } from 'react';
import { focusShown, isFocusLost } from '../ui/kept-focus.ts';

/**
 * Gives the focus to what is shown when what had it is gone, so that the keyboard goes on where one looks.
 * @param shown changes with what is shown
 */
export function useReturnFocus(shown: number): void {
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return undefined;
    last.current = shown;
    const frame = requestAnimationFrame(() => {
      if (isFocusLost()) focusShown();
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
}
