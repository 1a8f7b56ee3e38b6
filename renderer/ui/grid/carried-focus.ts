import { type RefObject, useLayoutEffect } from 'react';

let carried = false;

/**
 * Hands the keyboard on from a table that is taken away to the one (or the note) that stands in its place.
 * @param take focuses what has to be focused in the element
 */
export function useCarriedFocus(
  element: RefObject<HTMLElement | null>,
  take: (element: HTMLElement) => void,
): void {
  useLayoutEffect(() => {
    const here = element.current;
    if (carried && here !== null && document.activeElement === document.body) take(here);
    carried = false;
    return () => {
      carried = here?.contains(document.activeElement) ?? false;
    };
  }, [element, take]);
}

export function focusIt(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}

/** For tables whose rows have the focus themselves. */
export function focusFirstRow(element: HTMLElement): void {
  element.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus({ preventScroll: true });
}
