/** The part of a window's WebContents that matters here. */
export interface CrashingContents {
  on(event: 'render-process-gone', listener: (event: unknown, details: { reason: string }) => void): unknown;
  reload(): void;
}

const MIN_LIFE_MS = 10_000;

/**
 * Loads a page again whose process has crashed, as often as it likes but not in a loop: a page that lived
 * less than ten seconds stays away.
 * @param now milliseconds
 */
export function recoverPage(
  contents: CrashingContents,
  now: () => number,
  onGone: (reason: string) => void,
): void {
  let startedAt = now();
  contents.on('render-process-gone', (_event, { reason }) => {
    onGone(reason);
    if (reason === 'clean-exit' || now() - startedAt < MIN_LIFE_MS) return;
    startedAt = now();
    contents.reload();
  });
}
