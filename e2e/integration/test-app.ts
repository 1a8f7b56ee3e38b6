import {
  EVENT_NAMES,
  type Envelope,
  type EventName,
  type Events,
  type Overview,
  type RequestName,
  type RequestParams,
  type RequestResult,
} from '../../shared/contract.ts';
import type { AppError } from '../../shared/app-error.ts';
import type { HostMessage } from '../../shared/wire.ts';
import type { Home } from '../support/home.ts';
import { type AppCore, createAppCore } from '../../electron/core/app-core.ts';
import type { Clock, Logger } from '../../electron/core/ports.ts';
import type { Keychain, KeychainFault } from '../../electron/core/sessions/keychain.ts';

/** A keychain in memory, so that tests choose whether there is one. */
export class MemoryKeychain implements Keychain {
  readonly #key: Buffer;
  fault: KeychainFault | undefined;

  constructor(key = Buffer.alloc(32, 7)) {
    this.#key = key;
  }

  async key(): Promise<Buffer> {
    if (this.fault !== undefined) throw this.fault;
    return this.#key;
  }
}

export interface TestApp {
  readonly core: AppCore;
  /** Everything that was sent to the page, in order. */
  readonly sent: readonly HostMessage[];
  readonly log: readonly string[];
  readonly openedPages: readonly string[];
  /** Asks as a page does; throws a {@link Refused} where the answer is an error. */
  ask<Name extends RequestName>(name: Name, params: RequestParams<Name>): Promise<RequestResult<Name>>;
  /** The same, and a way to cancel it. */
  call<Name extends RequestName>(
    name: Name,
    params: RequestParams<Name>,
  ): { readonly answer: Promise<Envelope<RequestResult<Name>>>; cancel(): void };
  /** Resolves with the first snapshot, the present one included, that fits. */
  until<Name extends EventName>(
    event: Name,
    fits: (snapshot: Events[Name]) => boolean,
  ): Promise<Events[Name]>;
  latest<Name extends EventName>(event: Name): Events[Name] | undefined;
  close(): Promise<void>;
}

export class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(JSON.stringify(error));
    this.error = error;
  }
}

export interface TestAppOptions {
  readonly home: Home;
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  readonly keychain?: Keychain;
  readonly openPage?: (url: string) => Promise<boolean>;
}

/** The whole product with a page's view of it: everything goes through the bridge. */
export async function startTestApp(options: TestAppOptions): Promise<TestApp> {
  const { home, env = {}, clock, keychain = new MemoryKeychain() } = options;
  const log: string[] = [];
  const openedPages: string[] = [];
  const write = (message: string, facts?: object) =>
    void log.push(`${message} ${JSON.stringify(facts ?? {})}`);
  const logger: Logger = { info: write, warn: write, error: write };
  const core = await createAppCore({
    host: {
      info: { version: '0.0.0-test', host: 'desktop', platform: 'linux', demo: false },
      openPage: async (url) => {
        openedPages.push(url);
        return options.openPage?.(url) ?? true;
      },
      writeClipboard: () => Promise.resolve(),
      systemLanguages: () => ['en'],
    },
    logger,
    env,
    homeFolder: home.folder,
    dataFolder: home.dataFolder,
    keychain,
    ...(clock === undefined ? {} : { clock }),
  });

  const sent: HostMessage[] = [];
  const waiting = new Set<(message: HostMessage) => void>();
  const latest = new Map<EventName, unknown>();
  const connection = core.bridge.connect((message) => {
    sent.push(structuredClone(message));
    if (message.type === 'event') latest.set(message.event, message.payload);
    for (const hear of waiting) hear(message);
  });
  for (const event of EVENT_NAMES) connection.receive({ type: 'subscribe', event });
  let nextId = 0;

  const call: TestApp['call'] = (name, params) => {
    const id = `call-${nextId++}`;
    const answer = new Promise<Envelope<never>>((resolve) => {
      const hear = (message: HostMessage) => {
        if (message.type !== 'reply' || message.id !== id) return;
        waiting.delete(hear);
        resolve(message.envelope as Envelope<never>);
      };
      waiting.add(hear);
    });
    connection.receive({ type: 'call', id, name, params });
    return { answer, cancel: () => connection.receive({ type: 'cancel', id }) };
  };

  return {
    core,
    sent,
    log,
    openedPages,
    call,
    async ask(name, params) {
      const envelope = await call(name, params).answer;
      if (!envelope.ok) throw new Refused(envelope.error);
      return envelope.value;
    },
    until: (event, fits) =>
      new Promise((resolve) => {
        const present = latest.get(event);
        if (present !== undefined && fits(present as never)) return resolve(present as never);
        const hear = (message: HostMessage) => {
          if (message.type !== 'event' || message.event !== event || !fits(message.payload as never)) return;
          waiting.delete(hear);
          resolve(message.payload as never);
        };
        waiting.add(hear);
      }),
    latest: (event) => latest.get(event) as never,
    async close() {
      connection.close();
      await core.close();
    },
  };
}

/** The state of one session in an overview. */
export function sessionState(overview: Overview | undefined, id: string): string | undefined {
  return overview?.sessions.find((session) => session.id === id)?.status.state;
}
