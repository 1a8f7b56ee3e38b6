interface SingleInstanceApp {
  requestSingleInstanceLock(): boolean;
  on(event: 'second-instance', listener: () => void): unknown;
}

/**
 * Makes this the only running app of its data folder. A second start wakes the first one instead, whose
 * window then comes to the front.
 * @returns false where another one is running and this one has to end.
 */
export function becomeOnlyInstance(app: SingleInstanceApp, showWindow: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  // What the second start was called with is not looked at: anybody can start us with anything.
  app.on('second-instance', () => showWindow());
  return true;
}
