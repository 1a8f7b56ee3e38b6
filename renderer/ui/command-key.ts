interface Modifiers {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Whether the key for commands is held: Cmd on a Mac, Ctrl elsewhere. */
export function isCommandKey({ ctrlKey, metaKey }: Modifiers): boolean {
  return /mac/i.test(navigator.platform) ? metaKey : ctrlKey;
}
