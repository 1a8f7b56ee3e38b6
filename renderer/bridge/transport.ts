import type { HostMessage, PageMessage } from '../../shared/wire.ts';

/** `connecting` at first and after a drop; calls made while `away` fail at once. */
export type ConnectionState = 'connecting' | 'open' | 'away';

export interface TransportListener {
  receive(message: HostMessage): void;
  /** The way to the host opened or closed. */
  state(state: ConnectionState): void;
}

/** How messages get to the host and back. */
export interface Transport {
  /** Starts talking; the listener hears everything from then on. @returns a function that ends it */
  start(listener: TransportListener): () => void;
  /** Sends a message; only while the state is `open`. */
  send(message: PageMessage): void;
}
