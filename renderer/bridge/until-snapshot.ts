import type { EventName, Events } from '../../shared/contract.ts';
import type { BridgeClient } from './client.ts';

/**
 * Waits until a snapshot shows something, e.g. a profile that was just written.
 * @param patienceMs after that long it goes on all the same
 */
export function untilSnapshot<Name extends EventName>(
  client: BridgeClient,
  event: Name,
  shows: (payload: Events[Name]) => boolean,
  patienceMs: number,
): Promise<void> {
  return new Promise((resolve) => {
    let stop = () => {};
    const timer = setTimeout(() => over(), patienceMs);
    const over = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    // The present snapshot may show it already, before there is anything to stop.
    stop = client.subscribe(event, (payload) => {
      if (shows(payload)) queueMicrotask(over);
    });
  });
}
