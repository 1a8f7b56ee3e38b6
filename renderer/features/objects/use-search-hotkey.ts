import { useEffect, useRef } from 'react';
import { isCommandKey } from '../../ui/command-key.ts';

/** Ctrl+Shift+F (on a Mac Cmd+Shift+F), anywhere in the page while the view is shown. */
export function useSearchHotkey(active: boolean, open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    if (!active) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const mine = isCommandKey(event) && event.shiftKey && !event.altKey && event.key.toLowerCase() === 'f';
      if (!mine || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [active]);
}
