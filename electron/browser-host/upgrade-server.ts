import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AccessCookie } from './access-cookie.ts';
import { ownHost, refuseUpgrade } from './request-check.ts';

/** Messages of a page are names and small values; anything larger isn't ours. */
const MAX_MESSAGE_BYTES = 256 * 1024;

export interface UpgradeServerOptions {
  readonly port: number;
  readonly cookie: AccessCookie;
  /** The app's secret folder, with a slash at both ends. */
  readonly appPath: string;
  readonly onPage: (socket: WebSocket) => void;
  readonly onRefused: (reason: string) => void;
}

/** Lets pages of ours, and nobody else, open a WebSocket at `bridge` beside the page. */
export class UpgradeServer {
  readonly #options: UpgradeServerOptions;
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Nothing to gain on loopback.
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
  });

  constructor(options: UpgradeServerOptions) {
    this.#options = options;
  }

  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.#refusal(request);
    if (refusal === undefined) this.#server.handleUpgrade(request, socket, head, this.#options.onPage);
    else this.#refuse(socket, refusal);
  }

  #refusal({ headers, url }: IncomingMessage): { reason: string; status: string } | undefined {
    const { port, cookie, appPath } = this.#options;
    if (ownHost(headers, port) === undefined) {
      return { reason: 'wrong-host', status: '421 Misdirected Request' };
    }
    const reason = refuseUpgrade(headers, port) ?? (cookie.isIn(headers.cookie) ? undefined : 'no-cookie');
    if (reason !== undefined) return { reason, status: '403 Forbidden' };
    return url === `${appPath}bridge` ? undefined : { reason: 'path', status: '404 Not Found' };
  }

  #refuse(socket: Duplex, { reason, status }: { reason: string; status: string }): void {
    this.#options.onRefused(reason);
    socket.on('error', () => {});
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
      socket.destroy(),
    );
  }
}
