import { useEffect, useRef } from 'react';

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
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('[role=tabpanel]:not([inert])')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
}
