import { type RefObject, useLayoutEffect, useRef } from 'react';

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

/**
 * Keeps the keyboard in a table when the row that has the focus is taken away, e.g. because it was deleted.
 * @returns what has to hear of the focus in it
 */
export function useFocusStays(element: RefObject<HTMLElement | null>) {
  const inside = useRef(false);
  useLayoutEffect(() => {
    // An element that is taken away tells nobody that it loses the focus.
    const here = element.current;
    if (inside.current && here !== null && document.activeElement === document.body) focusFirstRow(here);
  });
  return {
    onFocus: () => {
      inside.current = true;
    },
    onBlur: () => {
      inside.current = false;
    },
  };
}

export function focusIt(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}

/** For tables whose rows have the focus themselves. */
export function focusFirstRow(element: HTMLElement): void {
  element.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus({ preventScroll: true });
}
