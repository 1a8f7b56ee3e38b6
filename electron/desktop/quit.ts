interface QuittingApp {
  on(event: 'before-quit', listener: () => void): unknown;
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  exit(code?: number): void;
}

/** Nobody should wait longer for an app that they have told to go. */
const PATIENCE_MS = 2000;

/**
 * Lets the app finish before it ends.
 * @param begin called when quitting begins, before any window is closed
 * @param finish what has to be done at the end; has two seconds
 */
export function finishBeforeQuit(app: QuittingApp, begin: () => void, finish: () => Promise<void>): void {
  app.on('before-quit', begin);
  let finishing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (finishing) return;
    finishing = true;
    const end = () => app.exit(0);
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    Promise.race([finish(), patience]).then(end, end);
  });
}
