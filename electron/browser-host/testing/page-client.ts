import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Access } from './ask.ts';
import type { HostMessage, PageMessage } from '../../../shared/wire.ts';

/** A page's end of the WebSocket: sends, and waits for what arrives. */
export class PageClient {
  readonly socket: WebSocket;
  readonly received: HostMessage[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      this.received.push(JSON.parse(String(data)) as HostMessage);
      for (const look of this.#waiting) look();
    });
  }

  static async connect({ appUrl, cookie }: Access, options: { autoPong?: boolean } = {}) {
    const url = new URL('bridge', appUrl).href.replace('http:', 'ws:');
    const socket = new WebSocket(url, { origin: appUrl.origin, headers: { cookie }, ...options });
    const client = new PageClient(socket);
    await once(socket, 'open');
    return client;
  }

  send(message: PageMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Resolves with the first message, past or future, that fits. */
  until(fits: (message: HostMessage) => boolean): Promise<HostMessage> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.received.find(fits);
        if (found === undefined) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Resolves with the close code once the connection is gone. */
  async closed(): Promise<number> {
    if (this.socket.readyState === WebSocket.CLOSED) return Number.NaN;
    const [code] = (await once(this.socket, 'close')) as [number];
    return code;
  }
}

/** The status with which a WebSocket handshake is refused. */
export function refusedStatus(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    socket.on('open', () => reject(new Error('the handshake was accepted')));
    socket.on('error', reject);
  });
}
