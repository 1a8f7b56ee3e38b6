import { appError } from '../../shared/app-error.ts';
import type { HostMessage } from '../../shared/wire.ts';
import type { BridgeConnection, BridgeServer } from '../core/bridge/bridge-server.ts';
import type { Logger } from '../core/ports.ts';
import { FROM_PAGE, TO_PAGE } from './ipc-channels.ts';
import type { SenderEvent, TrustedSenders } from './trusted-sender.ts';

type Bridge = Pick<BridgeServer, 'connect'>;

/** The part of Electron's IpcMainEvent that matters here. */
export interface PageEvent extends SenderEvent {
  reply(channel: string, message: HostMessage): void;
}

/** The part of Electron's IpcMain that matters here. */
export interface PageChannel {
  on(channel: string, listener: (event: PageEvent, load: unknown, message: unknown) => void): unknown;
}

/** The part of a window's WebContents that a connection lives on. */
export interface PageContents {
  readonly id: number;
  isDestroyed(): boolean;
  send(channel: string, message: HostMessage): void;
  on(event: 'render-process-gone', listener: () => void): unknown;
  on(event: 'destroyed', listener: () => void): unknown;
}

/** One load of the page: a reload is another one. */
interface LoadedPage {
  readonly load: string;
  readonly connection: BridgeConnection;
}

/**
 * Joins the bridge to our windows over Electron's IPC. Every message passes the sender check here, so no
 * handler can forget it.
 *
 * Each load of the page has a connection of its own, and names itself with every message. The first message
 * of another load ends the connection of the one before and stops its calls; so do a crash and the end of
 * the window. (Electron's navigation events would not do: they come for navigations that are then refused,
 * and nothing promises their order among the messages.)
 */
export class IpcTransport {
  readonly #bridge: Promise<Bridge>;
  readonly #senders: TrustedSenders;
  readonly #logger: Logger;
  readonly #windows = new Map<number, PageContents>();
  /** The connection of the page that a window shows now, by window. */
  readonly #pages = new Map<number, LoadedPage>();

  /** @param bridge may still be in the making: what pages ask before it stands is kept in order. */
  constructor(channel: PageChannel, bridge: Promise<Bridge>, senders: TrustedSenders, logger: Logger) {
    this.#bridge = bridge;
    this.#senders = senders;
    this.#logger = logger;
    // Where it can't be made, the app says so and ends; there may be no page yet that would hear of it.
    bridge.catch(() => undefined);
    channel.on(FROM_PAGE, (event, load, message) => this.#receive(event, load, message));
  }

  /** Listens to a window that we made. Call it before the window loads its page. */
  addWindow(contents: PageContents): void {
    // A destroyed WebContents can't be asked for its id any more.
    const { id } = contents;
    this.#senders.add(id);
    this.#windows.set(id, contents);
    contents.on('render-process-gone', () => this.#leavePage(id));
    contents.on('destroyed', () => {
      this.#leavePage(id);
      this.#senders.delete(id);
      this.#windows.delete(id);
    });
  }

  #receive(event: PageEvent, load: unknown, message: unknown): void {
    const refusal = this.#senders.refusal(event);
    const contents = this.#windows.get(event.sender.id);
    if (refusal !== undefined || contents === undefined) return this.#refuse(event, message, refusal);
    if (typeof load === 'string') this.#connection(contents, load).receive(message);
  }

  #refuse(event: PageEvent, message: unknown, reason: string | undefined): void {
    this.#logger.warn('sender refused', { reason });
    const id = callId(message);
    if (id === undefined || event.senderFrame === null) return;
    const envelope = { ok: false, error: appError('bridge.untrusted-sender', {}) } as const;
    event.reply(TO_PAGE, { type: 'reply', id, envelope });
  }

  #connection(contents: PageContents, load: string): BridgeConnection {
    const page = this.#pages.get(contents.id);
    if (page?.load === load) return page.connection;
    this.#leavePage(contents.id);
    const connection = connectWhenReady(this.#bridge, (message) => {
      if (!contents.isDestroyed()) contents.send(TO_PAGE, message);
    });
    this.#pages.set(contents.id, { load, connection });
    return connection;
  }

  #leavePage(id: number): void {
    this.#pages.get(id)?.connection.close();
    this.#pages.delete(id);
  }
}

/** A connection that can be used at once; what it is told before the bridge stands is passed on then. */
function connectWhenReady(bridge: Promise<Bridge>, send: (message: HostMessage) => void): BridgeConnection {
  const connection = bridge.then((ready) => ready.connect(send));
  const failed = () => undefined;
  return {
    receive: (message) => void connection.then((ready) => ready.receive(message), failed),
    close: () => void connection.then((ready) => ready.close(), failed),
  };
}

function callId(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, id } = message as { type?: unknown; id?: unknown };
  return type === 'call' && typeof id === 'string' ? id : undefined;
}
