import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

/** The computer's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      await delay(ms, undefined, signal === undefined ? {} : { signal });
    } catch (thrown) {
      // Node wraps the reason in an AbortError; callers are promised the reason itself.
      throw signal?.aborted ? signal.reason : thrown;
    }
  },
};
