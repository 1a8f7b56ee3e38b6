import type { HostMessage } from '../../shared/wire.ts';
import type { Transport, TransportListener } from './transport.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

export interface SocketOptions {
  /** `ws://…/bridge` of the page's own origin. */
  readonly url: string;
  readonly open?: (url: string) => WebSocket;
  /** 0 to 1; spreads out the attempts of many pages. */
  readonly random?: () => number;
}

/** The browser host's way: a WebSocket, opened again with growing pauses whenever it drops. */
export function socketTransport({ url, open, random = Math.random }: SocketOptions): Transport {
  const connect = open ?? ((address: string) => new WebSocket(address));
  let socket: WebSocket | undefined;

  const start = (listener: TransportListener) => {
    let attempts = 0;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const attempt = () => {
      clearTimeout(timer);
      timer = undefined;
      const mine = connect(url);
      socket = mine;
      mine.addEventListener('open', () => {
        attempts = 0;
        listener.state('open');
      });
      mine.addEventListener('message', ({ data }) => {
        const message = parse(data);
        if (message !== undefined) listener.receive(message);
      });
      // A failed attempt ends with `close`, too; `error` has nothing to add.
      mine.addEventListener('close', () => {
        if (stopped || socket !== mine) return;
        listener.state('away');
        const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
        attempts += 1;
        timer = setTimeout(attempt, wait * (0.75 + random() / 2));
      });
    };
    // Back from sleep or from another tab, a person doesn't want to wait for the next attempt.
    const now = () => {
      if (timer !== undefined && document.visibilityState === 'visible') attempt();
    };
    document.addEventListener('visibilitychange', now);
    window.addEventListener('online', now);
    listener.state('connecting');
    attempt();

    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', now);
      window.removeEventListener('online', now);
      socket?.close();
    };
  };

  return { start, send: (message) => socket?.send(JSON.stringify(message)) };
}

/** The address of the bridge beside the page, wherever the host has put the page. */
export function bridgeAddress(page: Pick<Location, 'href'>): string {
  const url = new URL('bridge', page.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

function parse(data: unknown): HostMessage | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data) as HostMessage;
  } catch {
    return undefined;
  }
}
