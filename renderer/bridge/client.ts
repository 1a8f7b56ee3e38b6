import { appError } from '../../shared/app-error.ts';
import type {
  Envelope,
  EventName,
  Events,
  RequestName,
  RequestParams,
  RequestResult,
} from '../../shared/contract.ts';
import type { HostMessage, PageMessage } from '../../shared/wire.ts';
import { BridgeError } from './bridge-error.ts';
import { EventHub } from './event-hub.ts';
import type { ConnectionState, Transport } from './transport.ts';

type CallMessage = Extract<PageMessage, { type: 'call' }>;

interface PendingCall {
  readonly message: CallMessage;
  readonly settle: (envelope: Envelope<unknown>) => void;
}

/** The page's end of the bridge: calls with answers, and snapshots of events, over any transport. */
export class BridgeClient {
  readonly events: EventHub;
  readonly #transport: Transport;
  readonly #makeId: () => string;
  readonly #pending = new Map<string, PendingCall>();
  readonly #watchers = new Set<() => void>();
  #state: ConnectionState = 'connecting';

  constructor(transport: Transport, makeId: () => string = () => crypto.randomUUID()) {
    this.#transport = transport;
    this.#makeId = makeId;
    this.events = new EventHub((event) => {
      if (this.#state === 'open') transport.send({ type: 'subscribe', event });
    });
  }

  /** Begins to talk. @returns a function that ends it; calls under way fail with `bridge.disconnected` */
  start(): () => void {
    const stop = this.#transport.start({
      receive: (message) => this.#receive(message),
      state: (state) => this.#changeState(state),
    });
    return () => {
      stop();
      this.#changeState('away');
    };
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** @returns a function that stops watching */
  watchState(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /**
   * Asks the host.
   * @throws {BridgeError} with the host's error, `bridge.disconnected` where the host can't be reached, or
   *   `bridge.cancelled` once `signal` fires; the host is then told to stop
   */
  call<Name extends RequestName>(
    name: Name,
    params: RequestParams<Name>,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<RequestResult<Name>> {
    return new Promise((resolve, reject) => {
      const cancelled = () => reject(new BridgeError(appError('bridge.cancelled', {})));
      if (signal?.aborted) return cancelled();
      if (this.#state === 'away') return reject(new BridgeError(appError('bridge.disconnected', {})));
      const id = this.#makeId();
      const abort = () => {
        this.#pending.delete(id);
        if (this.#state === 'open') this.#transport.send({ type: 'cancel', id });
        cancelled();
      };
      signal?.addEventListener('abort', abort, { once: true });
      const settle = (envelope: Envelope<unknown>) => {
        signal?.removeEventListener('abort', abort);
        if (envelope.ok) resolve(envelope.value as RequestResult<Name>);
        else reject(new BridgeError(envelope.error));
      };
      const message: CallMessage = { type: 'call', id, name, params };
      this.#pending.set(id, { message, settle });
      if (this.#state === 'open') this.#transport.send(message);
    });
  }

  subscribe<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void {
    return this.events.subscribe(event, listener);
  }

  #receive(message: HostMessage): void {
    if (message.type === 'event') return this.events.deliver(message.event, message.payload);
    const call = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    call?.settle(message.envelope);
  }

  #changeState(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'open') {
      for (const event of this.events.wanted()) this.#transport.send({ type: 'subscribe', event });
      for (const { message } of this.#pending.values()) this.#transport.send(message);
    } else if (state === 'away') {
      const lost = [...this.#pending.values()];
      this.#pending.clear();
      for (const { settle } of lost) settle({ ok: false, error: appError('bridge.disconnected', {}) });
    }
    for (const watcher of this.#watchers) watcher();
  }
}
