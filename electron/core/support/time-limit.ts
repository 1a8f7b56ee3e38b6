import type { Clock } from '../ports.ts';

/**
 * Runs something that has to be done by a time. Its signal fires at that time, and when the outer one does.
 * @param late made, and thrown, where it took too long
 * @throws the outer signal's reason as soon as it is aborted
 */
export async function withTimeLimit<Result>(
  ms: number,
  clock: Clock,
  signal: AbortSignal,
  late: () => Error,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const limit = new AbortController();
  const done = new AbortController();
  clock.sleep(ms, AbortSignal.any([signal, done.signal])).then(
    () => limit.abort(late()),
    () => undefined, // done, or stopped from outside
  );
  try {
    return await run(AbortSignal.any([signal, limit.signal]));
  } catch (thrown) {
    signal.throwIfAborted();
    if (limit.signal.aborted) throw limit.signal.reason;
    throw thrown;
  } finally {
    done.abort();
  }
}
