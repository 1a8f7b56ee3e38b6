import type { BridgeClient } from './client.ts';

/** The last change that was known when something began to be written. */
const before = new WeakMap<BridgeClient, string | undefined>();

/** Has to be called before a change is written, so that it can be told from the one before it. */
export function noteBeforeWriting(client: BridgeClient): void {
  before.set(client, client.events.last('last-config-change')?.changeId);
}

/**
 * The change that was written last. News of it may come a little after the answer; until then the one before it is
 * still the last that is known, and undoing that would be wrong.
 */
export function writtenChange(client: BridgeClient): Promise<string> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    let done = false;
    const hear = (changeId: string | undefined) => {
      if (done || changeId === undefined || changeId === before.get(client)) return;
      done = true;
      stop?.();
      resolve(changeId);
    };
    stop = client.subscribe('last-config-change', (change) => hear(change?.changeId));
    if (done) stop();
  });
}
