import type { WebSocket } from 'ws';
import type { Clock } from '../core/ports.ts';

/**
 * Pings a page at intervals and drops the connection of one that hasn't answered the ping before: a
 * forwarded port or a laptop can go away without a word.
 * @param everyMs milliseconds between two pings.
 * @param signal ends it.
 */
export async function keepHeartbeat(
  socket: WebSocket,
  clock: Clock,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  let answered = true;
  socket.on('pong', () => (answered = true));
  while (!signal.aborted) {
    try {
      await clock.sleep(everyMs, signal);
    } catch {
      return;
    }
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }
}
