import type { Clock } from '../ports.ts';
import { isPassing } from './network-failure.ts';

/** In all, the first included. */
const ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;

/**
 * Tries a call again while only the network, a fault of the service or its "too many requests" is in the
 * way: five times in all, waiting from half a second to four, half of it by chance, so that many callers
 * refused together don't come back together.
 * @throws what the last attempt threw, or the signal's reason as soon as it is aborted
 */
export async function persist<Result>(
  call: () => Promise<Result>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (thrown) {
      signal.throwIfAborted();
      if (attempt >= ATTEMPTS || !isPassing(thrown)) throw thrown;
      const longest = FIRST_WAIT_MS * 2 ** (attempt - 1);
      await clock.sleep(longest / 2 + Math.random() * (longest / 2), signal);
    }
  }
}
