import type { AppError } from '../../shared/app-error.ts';
import type { EventName, Events, RequestName } from '../../shared/contract.ts';
import type { PageMessage } from '../../shared/wire.ts';
import type { ConnectionState, Transport, TransportListener } from '../bridge/transport.ts';

type Call = Extract<PageMessage, { type: 'call' }>;

/** A transport whose other end is the test: it sees what was sent, and answers when it likes. */
export class FakeTransport implements Transport {
  readonly sent: PageMessage[] = [];
  #listener: TransportListener | undefined;

  start(listener: TransportListener): () => void {
    this.#listener = listener;
    return () => (this.#listener = undefined);
  }

  send(message: PageMessage): void {
    this.sent.push(message);
  }

  state(state: ConnectionState): void {
    this.#listener?.state(state);
  }

  event<Name extends EventName>(event: Name, payload: Events[Name]): void {
    this.#listener?.receive({ type: 'event', event, payload });
  }

  /** Calls of a request so far, oldest first. */
  calls(name: RequestName): Call[] {
    return this.sent.filter((message): message is Call => message.type === 'call' && message.name === name);
  }

  reply(id: string, value: unknown): void {
    this.#listener?.receive({ type: 'reply', id, envelope: { ok: true, value } });
  }

  fail(id: string, error: AppError): void {
    this.#listener?.receive({ type: 'reply', id, envelope: { ok: false, error } });
  }
}
