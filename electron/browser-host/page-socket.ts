import type { WebSocket } from 'ws';
import type { BridgeServer } from '../core/bridge/bridge-server.ts';
import type { Clock } from '../core/ports.ts';
import { keepHeartbeat } from './heartbeat.ts';
import { Outbox } from './outbox.ts';

/** Close codes of RFC 6455, section 7.4.1. */
const GOING_AWAY = 1001;
const UNSUPPORTED_DATA = 1003;
const INVALID_PAYLOAD = 1007;
/** How long a page has to say goodbye when the host stops. */
const GOODBYE_MS = 1000;

export interface PageSocket {
  /** Ends the connection politely, or by force where the page doesn't answer; resolves once it is gone. */
  end(): Promise<void>;
}

/** Joins one page's WebSocket to the bridge: JSON text of the wire messages, both ways. */
export function joinPage(
  socket: WebSocket,
  bridge: Pick<BridgeServer, 'connect'>,
  clock: Clock,
  heartbeatMs: number,
): PageSocket {
  const outbox = new Outbox({
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    send: (text, sent) => socket.send(text, sent),
  });
  const connection = bridge.connect((message) => outbox.send(message));
  const gone = new AbortController();
  void keepHeartbeat(socket, clock, heartbeatMs, gone.signal);

  socket.on('message', (data, isBinary) => {
    if (isBinary) return socket.close(UNSUPPORTED_DATA);
    const message = parse(String(data));
    if (message === undefined) return socket.close(INVALID_PAYLOAD);
    connection.receive(message);
  });
  // Too long a message or a broken frame; ws closes the connection itself afterwards.
  socket.on('error', () => {});
  socket.once('close', () => {
    gone.abort();
    connection.close();
  });

  return {
    async end() {
      if (gone.signal.aborted) return;
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      connection.close();
      socket.close(GOING_AWAY);
      const patience = clock.sleep(GOODBYE_MS, gone.signal).then(
        () => socket.terminate(),
        () => {},
      );
      await Promise.all([closed, patience]);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
