import { BridgeServer, type RequestHandlers } from '../../core/bridge/bridge-server.ts';
import { quietEvents } from '../../core/bridge/testing/quiet-events.ts';
import type { Logger } from '../../core/ports.ts';

export interface LogLine {
  readonly message: string;
  readonly facts: unknown;
}

/** A logger that remembers. */
export function memoryLogger(): Logger & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const note = (message: string, facts?: unknown) => void lines.push({ message, facts });
  return { lines, info: note, warn: note, error: note };
}

/**
 * A bridge without a product behind it: `app.info` answers, `portal.accounts` goes on until it is aborted,
 * everything else is refused.
 */
export function makeTestBridge() {
  const aborted: string[] = [];
  const waiting = new Set<string>();
  const unused = () => Promise.reject(new Error('not part of this test'));
  const some: Partial<RequestHandlers> = {
    'app.info': async () => ({ version: '1.2.3', host: 'browser', platform: 'linux', demo: false }),
    'portal.accounts': ({ sessionId }, signal) =>
      new Promise((_resolve, reject) => {
        waiting.add(sessionId);
        signal.addEventListener('abort', () => {
          aborted.push(sessionId);
          reject(signal.reason);
        });
      }),
  };
  const handlers = new Proxy(some, {
    get: (target, name) => Reflect.get(target, name) ?? unused,
  }) as RequestHandlers;
  const events = quietEvents();
  const bridge = new BridgeServer(handlers, events, memoryLogger());
  return { bridge, aborted, waiting, settings: events.settings, overview: events.overview };
}
