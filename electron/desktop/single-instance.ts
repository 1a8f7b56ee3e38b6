interface SingleInstanceApp {
  requestSingleInstanceLock(): boolean;
  on(event: 'second-instance', listener: (event: unknown, argv: string[]) => void): unknown;
}

/**
 * Makes this the only running app of its data folder. A second start wakes the first one instead, whose
 * window then comes to the front.
 * @param onSecondStart told the arguments of the second start, which may be anything
 * @returns false where another one is running and this one has to end.
 */
export function becomeOnlyInstance(
  app: SingleInstanceApp,
  onSecondStart: (argv: readonly string[]) => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv) => onSecondStart(argv));
  return true;
}
