import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Parameters and results of the DevTools protocol; each caller names the shape it reads. */
export type CdpParams = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: CdpParams;
  readonly result?: CdpParams;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** What Chromium answers when it can't do a command, or when it is gone. */
export class CdpError extends Error {
  override readonly name = 'CdpError';
}

/** One session of the DevTools protocol: commands go out, events come in by their method's name. */
export class CdpSession extends EventEmitter {
  readonly id: string | undefined;
  readonly #connection: CdpConnection;

  constructor(connection: CdpConnection, id: string | undefined) {
    super();
    this.#connection = connection;
    this.id = id;
  }

  /** @throws CdpError */
  send<Result>(method: string, params: CdpParams = {}): Promise<Result> {
    return this.#connection.send(method, params, this.id);
  }

  /** Sends a command whose failure means only that the page is gone already. */
  tell(method: string, params: CdpParams = {}): void {
    this.send(method, params).catch(() => undefined);
  }
}

/**
 * The DevTools protocol over `--remote-debugging-pipe`: JSON messages that end with a zero byte. Chromium
 * ends by itself once the pipe is closed, so it can't outlive us.
 */
export class CdpConnection {
  readonly root: CdpSession;
  readonly #output: Writable;
  readonly #sessions = new Map<string | undefined, CdpSession>();
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #closed = false;
  #rest: Buffer[] = [];

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    this.root = this.session(undefined);
    input.on('data', (chunk: Buffer) => this.#read(chunk));
    input.on('close', () => this.#close());
    output.on('error', () => this.#close());
  }

  session(id: string | undefined): CdpSession {
    let session = this.#sessions.get(id);
    if (session === undefined) {
      session = new CdpSession(this, id);
      this.#sessions.set(id, session);
    }
    return session;
  }

  send<Result>(method: string, params: CdpParams, sessionId: string | undefined): Promise<Result> {
    if (this.#closed) return Promise.reject(new CdpError(`${method}: Chromium is gone.`));
    const id = ++this.#lastId;
    return new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    }) as Promise<Result>;
  }

  #read(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      this.#rest.push(chunk.subarray(from, end));
      const text = Buffer.concat(this.#rest).toString('utf8');
      this.#rest = [];
      from = end + 1;
      this.#receive(JSON.parse(text) as Message);
    }
    if (from < chunk.length) this.#rest.push(chunk.subarray(from));
  }

  #receive({ id, method, params, result, error, sessionId }: Message): void {
    if (id === undefined) {
      if (method === 'Target.detachedFromTarget') this.#sessions.delete(String(params?.['sessionId']));
      if (method !== undefined) this.#sessions.get(sessionId)?.emit(method, params ?? {});
      return;
    }
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) pending?.resolve(result ?? {});
    else pending?.reject(new CdpError(error.message));
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const pending of this.#pending.values()) pending.reject(new CdpError('Chromium is gone.'));
    this.#pending.clear();
    this.root.emit('close');
  }
}
