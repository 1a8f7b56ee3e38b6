import { createServer, type Server } from 'node:http';
import type { Language } from '../../shared/settings.ts';
import type { AppCore } from '../core/app-core.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { AccessCookie } from './access-cookie.ts';
import { pageAnswer, sendAnswer } from './answer.ts';
import { OneTimeKey } from './one-time-key.ts';
import { answerRequest } from './page-server.ts';
import { joinPage, type PageSocket } from './page-socket.ts';
import { listen } from './listen.ts';
import { newSecret } from './secret.ts';
import { UpgradeServer } from './upgrade-server.ts';

export interface BrowserHostOptions {
  readonly core: Pick<AppCore, 'bridge' | 'previews'>;
  /** The built page: the folder of its index.html. */
  readonly rendererFolder: string;
  /** The system picks a free one where absent or 0. */
  readonly port?: number | undefined;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Of the pages shown outside the app. */
  readonly language: Language;
  /** Called when the one-time address has been used. */
  readonly onOpened?: (() => void) | undefined;
  /** Milliseconds between two pings to a page; 30 seconds where absent. */
  readonly heartbeatMs?: number | undefined;
}

export interface BrowserHost {
  /** The one-time address. */
  readonly url: string;
  readonly origin: string;
  readonly port: number;
  /** Says goodbye to every page (which stops its calls) and stops listening. */
  close(): Promise<void>;
}

/**
 * Serves the app to browsers on this machine, on 127.0.0.1 only.
 *
 * Who opens the one-time address gets a cookie, and only requests with the cookie get anything. A link
 * preview or a virus scanner that runs on this machine and opens the address with a plain GET does use it
 * up; but the person sees at once that their address no longer works, and starts anew.
 * @throws PortUnavailable where the port is taken or not ours to use.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { core, logger, clock, heartbeatMs = 30_000 } = options;
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const origin = `http://127.0.0.1:${port}`;
  const key = new OneTimeKey();
  const appPath = `/${newSecret()}/`;
  const cookie = new AccessCookie(port, appPath);
  const pages = new Set<PageSocket>();
  const onRefused = (reason: string) => logger.warn('request refused', { reason });
  const onOpened = options.onOpened ?? (() => {});

  const upgrades = new UpgradeServer({
    port,
    cookie,
    appPath,
    onRefused,
    onPage: (socket) => {
      const page = joinPage(socket, core.bridge, clock, heartbeatMs);
      pages.add(page);
      socket.once('close', () => pages.delete(page));
    },
  });
  const pageOptions = {
    ...options,
    previews: core.previews,
    port,
    key,
    cookie,
    appPath,
    onOpened,
    onRefused,
  };

  server.on('upgrade', (request, socket, head) => upgrades.handle(request, socket, head));
  server.on('request', (request, response) => {
    void answerRequest(request, pageOptions)
      .catch((thrown: unknown) => {
        logger.error('request failed', { kind: thrown instanceof Error ? thrown.name : typeof thrown });
        return pageAnswer(500, '');
      })
      .then((answer) => sendAnswer(response, answer, request.method === 'HEAD'));
  });

  let closing: Promise<void> | undefined;
  return {
    url: `${origin}/open?key=${key.value}`,
    origin,
    port,
    close: () => (closing ??= stop(server, pages)),
  };
}

async function stop(server: Server, pages: ReadonlySet<PageSocket>): Promise<void> {
  // A connection that is open already must not become a WebSocket behind our back.
  server.removeAllListeners('upgrade');
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.all([...pages].map((page) => page.end()));
  server.closeAllConnections();
  await stopped;
}
