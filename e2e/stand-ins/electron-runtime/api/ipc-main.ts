import { StrictEmitter } from '../strict/strict-emitter.ts';
import type { WebContents } from './web-contents.ts';
import type { WebFrameMain } from './web-frame-main.ts';

export interface IpcMainEvent {
  readonly type: 'frame';
  readonly processId: number;
  readonly frameId: number;
  readonly sender: WebContents;
  readonly senderFrame: WebFrameMain | null;
  readonly ports: readonly never[];
  reply(channel: string, ...args: unknown[]): void;
}

type Handler = (event: IpcMainEvent, ...args: unknown[]) => unknown;

/** Electron's ipcMain, and the narrower `webContents.ipc`. Any channel name is an event. */
export class IpcMain extends StrictEmitter {
  readonly #handlers = new Map<string, Handler>();

  constructor(name: string) {
    super(name, []);
    // Channels are the app's own words, so every name is a known event.
    Object.defineProperty(this, '_events_', { value: { has: () => true } });
  }

  /** @throws Error where the channel has a handler already */
  handle(channel: string, handler: Handler): void {
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** For the stand-in: the handler of a channel. */
  _handler(channel: string): Handler | undefined {
    return this.#handlers.get(channel);
  }
}

export const ipcMain = new IpcMain('ipcMain');
