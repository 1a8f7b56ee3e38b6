import { useEffect } from 'react';
import { runPageCommand } from '../ui/page-commands.ts';

/** Keys that work anywhere in the page: refresh, filter, cancel, next region. */
export function useHotkeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (answer(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function answer(event: KeyboardEvent): boolean {
  const command = /mac/i.test(navigator.platform) ? event.metaKey : event.ctrlKey;
  if (event.key === 'F6') return focusNextRegion(event.shiftKey ? -1 : 1);
  if (event.key === 'F5' && !event.shiftKey) return runPageCommand('refresh');
  if (event.key === 'Escape') return !inOverlay(event.target) && runPageCommand('cancel');
  if (!command || event.shiftKey || event.altKey) return false;
  if (event.key.toLowerCase() === 'r') return runPageCommand('refresh');
  return event.key.toLowerCase() === 'f' && runPageCommand('filter');
}

function inOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=menu]') !== null;
}

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), summary, [tabindex]:not([tabindex="-1"])';

/** Moves the focus to the next region of the window that has something to focus. */
function focusNextRegion(step: 1 | -1): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  for (let tried = 1; tried <= regions.length; tried += 1) {
    const start = here < 0 && step < 0 ? 0 : here;
    const region = regions[(start + step * tried + regions.length * 2) % regions.length];
    const preferred =
      region?.querySelector<HTMLElement>(
        '[role=treeitem][tabindex="0"], [role=grid][tabindex="0"], [role=row][tabindex="0"]',
      ) ?? region?.querySelector<HTMLElement>(FOCUSABLE);
    if (preferred === null || preferred === undefined) continue;
    preferred.focus();
    return true;
  }
  return false;
}
