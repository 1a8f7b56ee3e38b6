import { BridgeServer, type RequestHandlers } from '../../core/bridge/bridge-server.ts';
import { Snapshots } from '../../core/bridge/snapshots.ts';
import type { Logger } from '../../core/ports.ts';
import type { ActivityEntry } from '../../../shared/activity.ts';
import type { Overview, SignOutNews } from '../../../shared/contract.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/settings.ts';
import type { SignIns } from '../../../shared/sign-in.ts';

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
  const handlers: RequestHandlers = {
    'app.info': async () => ({ version: '1.2.3', host: 'browser', platform: 'linux', demo: false }),
    'portal.accounts': ({ sessionId }, signal) =>
      new Promise((_resolve, reject) => {
        waiting.add(sessionId);
        signal.addEventListener('abort', () => {
          aborted.push(sessionId);
          reject(signal.reason);
        });
      }),
    'settings.update': unused,
    'sign-in.start': unused,
    'sign-in.cancel': unused,
    'sign-in.open-page': unused,
    'sign-out': unused,
    'portal.roles': unused,
    'buckets.page': unused,
    'bucket.open': unused,
    'clipboard.write': unused,
  };
  const settings = new Snapshots<Settings>(DEFAULT_SETTINGS, 0);
  const snapshots = {
    overview: new Snapshots<Overview>(
      {
        files: { config: { path: 'c', exists: false }, credentials: { path: 'k', exists: false } },
        sessions: [],
        otherProfiles: [],
        problems: [],
        vault: { storage: 'keychain' },
      },
      0,
    ),
    'sign-ins': new Snapshots<SignIns>({}, 0),
    activity: new Snapshots<readonly ActivityEntry[]>([], 0),
    'signed-out': new Snapshots<SignOutNews | null>(null, 0),
    settings,
  };
  const bridge = new BridgeServer(handlers, snapshots, memoryLogger());
  return { bridge, aborted, waiting, settings, overview: snapshots.overview };
}
