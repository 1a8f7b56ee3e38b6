import { useEffect, useState } from 'react';

/** Puts the keyboard into the table of what is shown, or where there is none, into all of it. */
export function focusShown(): void {
  const panel = document.querySelector<HTMLElement>('[role=tabpanel]:not([inert])');
  const grids = [...(panel?.querySelectorAll<HTMLElement>('[role=grid], [role=treegrid]') ?? [])];
  const grid = grids.find((one) => one.closest('[inert]') === null);
  const place = grid?.matches('[tabindex]')
    ? grid
    : grid?.querySelector<HTMLElement>('[role=row][tabindex="0"]');
  (place ?? panel)?.focus({ preventScroll: true });
}

/** Nothing has the focus, so that no key would reach what is shown. */
export function isFocusLost(): boolean {
  const { activeElement: active, body } = document;
  // What became inert keeps the focus until the browser draws.
  return active === null || active === body || active.closest('[inert]') !== null;
}

/**
 * For what is opened over something else: when it goes, and the focus was in it, the focus goes back to where it
 * was, or to what is shown where that is gone (an entry of a menu, a row that was deleted).
 */
export function useKeptFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After React Aria, which knows better where it can.
      requestAnimationFrame(() => {
        if (!isFocusLost()) return;
        const stays = before instanceof HTMLElement && before.isConnected && before !== document.body;
        if (stays && before.closest('[inert]') === null) before.focus({ preventScroll: true });
        if (isFocusLost()) focusShown();
      });
    },
    [before],
  );
}
