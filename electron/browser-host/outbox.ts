import type { EventName } from '../../shared/contract.ts';
import type { HostMessage } from '../../shared/wire.ts';

/** The part of a WebSocket that sends. */
export interface Pipe {
  /** Bytes that were handed over but have not reached the network. */
  readonly bufferedAmount: number;
  send(text: string, sent: (error?: Error | null) => void): void;
}

/** Above this many waiting bytes, events wait in the outbox, where a newer one takes the place of an older. */
const FULL_BYTES = 1_000_000;

/**
 * Sends messages to one page. Replies always go out; events are whole snapshots, so a page that reads
 * slowly gets the latest of each kind once it has caught up, and nothing piles up.
 */
export class Outbox {
  readonly #pipe: Pipe;
  readonly #fullBytes: number;
  readonly #waiting = new Map<EventName, HostMessage>();

  constructor(pipe: Pipe, fullBytes = FULL_BYTES) {
    this.#pipe = pipe;
    this.#fullBytes = fullBytes;
  }

  send(message: HostMessage): void {
    if (message.type === 'event' && this.#isFull) this.#waiting.set(message.event, message);
    else this.#write(message);
  }

  get #isFull(): boolean {
    return this.#pipe.bufferedAmount > this.#fullBytes;
  }

  #write(message: HostMessage): void {
    // A newer snapshot makes one that still waits obsolete.
    if (message.type === 'event') this.#waiting.delete(message.event);
    this.#pipe.send(JSON.stringify(message), (error) => {
      if (!error) this.#catchUp();
    });
  }

  #catchUp(): void {
    for (const message of this.#waiting.values()) {
      if (this.#isFull) return;
      this.#write(message);
    }
  }
}
