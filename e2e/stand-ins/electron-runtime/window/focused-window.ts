interface FocusableWindow {
  blur(): void;
}

let focused: FocusableWindow | undefined;

/** The window that has the keyboard; undefined while none of ours has it. */
export function focusedWindow(): FocusableWindow | undefined {
  return focused;
}

/** Takes the keyboard from the window that has it, and gives it to another one. */
export function moveFocus(window: FocusableWindow | undefined): void {
  const before = focused;
  focused = window;
  if (window !== undefined) before?.blur();
}
