import type { EventName, Events } from '../../shared/contract.ts';

type Listener = (payload: never) => void;

/** Keeps the last snapshot of each event and who wants to hear the next. */
export class EventHub {
  readonly #ask: (event: EventName) => void;
  readonly #listeners = new Map<EventName, Set<Listener>>();
  readonly #last = new Map<EventName, unknown>();

  /** @param ask subscribes at the host; called once per event */
  constructor(ask: (event: EventName) => void) {
    this.#ask = ask;
  }

  /** The events somebody ever asked for; a new connection has to subscribe to them again. */
  wanted(): readonly EventName[] {
    return [...this.#listeners.keys()];
  }

  /** The last snapshot, or undefined before the first. */
  last<Name extends EventName>(event: Name): Events[Name] | undefined {
    return this.#last.get(event) as Events[Name] | undefined;
  }

  /** Calls the listener with the present snapshot, if there is one, and with each later one. */
  subscribe<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void {
    let listeners = this.#listeners.get(event);
    if (listeners === undefined) {
      listeners = new Set();
      this.#listeners.set(event, listeners);
      this.#ask(event);
    }
    listeners.add(listener);
    const last = this.last(event);
    if (last !== undefined) listener(last);
    return () => listeners.delete(listener);
  }

  deliver(event: EventName, payload: unknown): void {
    this.#last.set(event, payload);
    for (const listener of this.#listeners.get(event) ?? []) listener(payload as never);
  }
}
