import { type AppError, appError } from '../../../shared/app-error.ts';
import {
  EVENT_NAMES,
  type Envelope,
  type EventName,
  type Events,
  REQUEST_NAMES,
  type RequestName,
  type RequestParams,
  type RequestResult,
} from '../../../shared/contract.ts';
import type { HostMessage } from '../../../shared/wire.ts';
import { AppFailure } from '../app-failure.ts';
import type { Logger } from '../ports.ts';
import { requestSchemas } from './request-schemas.ts';
import type { Snapshots } from './snapshots.ts';

/** One function per request. The signal fires when the page cancels the call or goes away. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    params: RequestParams<Name>,
    signal: AbortSignal,
  ) => Promise<RequestResult<Name>>;
};

/** One page's end of the bridge. Transports feed it messages and close it when the page is gone. */
export interface BridgeConnection {
  /** Takes whatever arrived; a message that makes no sense is answered with an error or dropped. */
  receive(message: unknown): void;
  /** Aborts everything under way and stops sending. */
  close(): void;
}

/**
 * The host's side of the contract, the same for every transport: checks each request against its schema,
 * runs its handler, answers with an envelope, and sends snapshots of the events a page subscribed to.
 */
export class BridgeServer {
  readonly #handlers: RequestHandlers;
  readonly #snapshots: { readonly [Name in EventName]: Snapshots<Events[Name]> };
  readonly #logger: Logger;

  constructor(
    handlers: RequestHandlers,
    snapshots: { readonly [Name in EventName]: Snapshots<Events[Name]> },
    logger: Logger,
  ) {
    this.#handlers = handlers;
    this.#snapshots = snapshots;
    this.#logger = logger;
  }

  connect(send: (message: HostMessage) => void): BridgeConnection {
    const calls = new Map<string, AbortController>();
    const subscriptions = new Map<EventName, () => void>();
    let open = true;
    const reply = (message: HostMessage) => {
      if (open) send(message);
    };

    const call = async (id: string, name: string, params: unknown) => {
      if (calls.has(id)) return;
      const controller = new AbortController();
      calls.set(id, controller);
      const envelope = await this.#run(name, params, controller.signal);
      calls.delete(id);
      reply({ type: 'reply', id, envelope });
    };

    const subscribe = (event: EventName) => {
      if (subscriptions.has(event)) return;
      const stop = this.#snapshots[event].subscribe((payload) => reply({ type: 'event', event, payload }));
      subscriptions.set(event, stop);
    };

    return {
      receive: (message) => {
        if (!open || !isRecord(message)) return;
        const { type, id, name, event } = message;
        if (type === 'call' && typeof id === 'string' && typeof name === 'string') {
          void call(id, name, message['params']);
        } else if (type === 'cancel' && typeof id === 'string') {
          calls.get(id)?.abort();
        } else if (type === 'subscribe' && isEventName(event)) {
          subscribe(event);
        }
      },
      close: () => {
        open = false;
        for (const controller of calls.values()) controller.abort();
        for (const stop of subscriptions.values()) stop();
      },
    };
  }

  async #run(name: string, params: unknown, signal: AbortSignal): Promise<Envelope<unknown>> {
    try {
      if (!isRequestName(name)) return refuse('bridge.bad-request', name, 'unknown request');
      return { ok: true, value: await this.#handle(name, params, signal) };
    } catch (thrown) {
      return { ok: false, error: this.#explain(name, thrown, signal) };
    }
  }

  async #handle<Name extends RequestName>(name: Name, params: unknown, signal: AbortSignal) {
    const parsed = requestSchemas[name].safeParse(params);
    if (!parsed.success) {
      // Only where it was wrong, never the value: it could be anything, a secret included.
      const where = parsed.error.issues.map((issue) => issue.path.join('.') || '(root)').join(', ');
      throw new AppFailure(appError('bridge.bad-request', { request: name, reason: where }));
    }
    return this.#handlers[name](parsed.data, signal);
  }

  #explain(name: string, thrown: unknown, signal: AbortSignal): AppError {
    if (signal.aborted) return appError('bridge.cancelled', {});
    if (thrown instanceof AppFailure) return thrown.error;
    // Not one of ours: its text may hold anything, so it goes neither to the page nor to the log.
    const kind = thrown instanceof Error ? thrown.name : typeof thrown;
    this.#logger.error('request failed unexpectedly', { request: name, kind, stack: stackOf(thrown) });
    return appError('internal', {}, kind);
  }
}

function refuse(code: 'bridge.bad-request', request: string, reason: string): Envelope<unknown> {
  return { ok: false, error: appError(code, { request: request.slice(0, 64), reason }) };
}

/** Where it happened, without the message, which may quote data. */
function stackOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || thrown.stack === undefined) return undefined;
  return thrown.stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .join(' | ');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isRequestName(name: string): name is RequestName {
  return (REQUEST_NAMES as readonly string[]).includes(name);
}

function isEventName(name: unknown): name is EventName {
  return (EVENT_NAMES as readonly unknown[]).includes(name);
}
