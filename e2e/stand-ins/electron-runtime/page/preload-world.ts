import type { decodeClone, encodeClone } from './clone.ts';
import type { PreloadEmitter } from './preload-emitter.ts';
import type { WorldBridge } from './world-bridge.ts';

/** What the text of a page's scripts is made with. */
export interface PageConfig {
  readonly token: string;
  /** The function in the preload's world that reaches the main process. */
  readonly binding: string;
  /** The function in the preload's world that the main process calls. */
  readonly receiver: string;
  readonly process: Readonly<Record<string, unknown>>;
}

export interface PreloadParts {
  readonly bridge: WorldBridge;
  readonly Emitter: new () => PreloadEmitter;
  readonly encode: typeof encodeClone;
  readonly decode: typeof decodeClone;
}

/** What the main process says to a page. */
export type ToPage =
  | { readonly k: 'message'; readonly channel: string; readonly args: string }
  | { readonly k: 'result'; readonly id: number; readonly ok: boolean; readonly value: string }
  | { readonly k: 'hook-result'; readonly id: number; readonly value: string };

/** What a page says to the main process. */
export type FromPage =
  | { readonly k: 'send'; readonly channel: string; readonly args: string }
  | { readonly k: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly k: 'hook'; readonly id: number; readonly name: string; readonly args: string }
  | { readonly k: 'title'; readonly title: string }
  | { readonly k: 'preload-error'; readonly message: string; readonly stack: string };

/**
 * The preload's world: what a sandboxed preload script finds, and nothing else. Runs in the page as text.
 * @param runPreload the preload script, or undefined in a frame that gets none
 */
export function preloadWorld(
  config: PageConfig,
  { bridge, Emitter, encode, decode }: PreloadParts,
  runPreload: ((require: unknown, module: unknown, exports: unknown, process: unknown) => void) | undefined,
): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const binding = world[config.binding] as (text: string) => void;
  const post = (message: FromPage) => binding(JSON.stringify(message));
  const waiting = new Map<number, (ok: boolean, value: unknown) => void>();
  let lastId = 0;

  const missing = (what: string) => new Error(`The Electron stand-in has no ${what}.`);
  const strict = <T extends object>(target: T, name: string): T =>
    new Proxy(target, {
      get(object, key, receiver): unknown {
        if (key in object || typeof key === 'symbol' || key === 'then' || key === '__esModule') {
          const value: unknown = Reflect.get(object, key, object);
          return value === receiver ? object : value;
        }
        throw missing(`${name}.${key}`);
      },
    });

  class IpcRenderer extends Emitter {
    send(channel: string, ...args: unknown[]): void {
      post({ k: 'send', channel, args: encode(args) });
    }

    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const text = encode(args);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, (ok, value) => {
          if (ok) resolve(value);
          else reject(new Error(`Error invoking remote method '${channel}': ${String(value)}`));
        });
        post({ k: 'invoke', id, channel, args: text });
      });
    }
  }

  // Private fields and a Proxy don't go together: methods are bound to the emitter itself.
  const emitter = new IpcRenderer();
  const methods = ['send', 'invoke', 'on', 'once', 'off', 'addListener', 'removeListener'] as const;
  const more = ['emit', 'removeAllListeners', 'listenerCount', 'listeners', 'eventNames'] as const;
  // Not a plain object, so that the context bridge refuses to carry it to the page, as Electron's does.
  const ipc = Object.create({}) as Record<string, unknown>;
  for (const name of [...methods, ...more]) {
    const method = Reflect.get(emitter, name) as (...args: unknown[]) => unknown;
    ipc[name] = (...args: unknown[]) => {
      const result = Reflect.apply(method, emitter, args);
      return result === emitter ? ipcRenderer : result;
    };
  }
  const ipcRenderer = strict(ipc, 'ipcRenderer');

  Object.defineProperty(world, config.receiver, {
    value: (message: ToPage) => {
      if (message.k === 'message') {
        const args = decode(message.args) as unknown[];
        emitter.emit(message.channel, { sender: ipcRenderer, ports: [] }, ...args);
        return;
      }
      const settle = waiting.get(message.id);
      waiting.delete(message.id);
      settle?.(message.k === 'hook-result' || message.ok, decode(message.value));
    },
  });

  // What the page's world asks the main process: permissions, further windows.
  bridge.answer('hook', (name: string, ...args: unknown[]) => {
    const id = ++lastId;
    return new Promise((resolve) => {
      waiting.set(id, (_ok, value) => resolve(value));
      post({ k: 'hook', id, name, args: encode(args) });
    });
  });

  if (window !== window.top) return;
  let title = '';
  const reportTitle = () => {
    if (document.title === title) return;
    title = document.title;
    post({ k: 'title', title });
  };
  document.addEventListener('DOMContentLoaded', () => {
    reportTitle();
    const changes = { subtree: true, childList: true, characterData: true };
    new MutationObserver(reportTitle).observe(document.head, changes);
  });

  if (runPreload === undefined) return;
  const paths = new WeakMap<File, string>();
  const electron = {
    contextBridge: strict(
      {
        exposeInMainWorld(key: string, api: unknown) {
          if (typeof key !== 'string') throw new TypeError('Key must be a string');
          bridge.expose(key, api);
        },
      },
      'contextBridge',
    ),
    ipcRenderer,
    webUtils: strict(
      {
        getPathForFile(file: File): string {
          if (!(file instanceof File))
            throw new TypeError('getPathForFile expected to receive a File object');
          const asked = { file, path: '' };
          world['__electronStandInAsked'] = asked;
          // The main process is listening for this pause, reads the path and goes on.
          // oxlint-disable-next-line no-debugger
          debugger;
          delete world['__electronStandInAsked'];
          paths.set(file, asked.path);
          return asked.path;
        },
      },
      'webUtils',
    ),
    webFrame: strict({ top: undefined, setVisualZoomLevelLimits: () => undefined }, 'webFrame'),
  };
  const url = { URL, URLSearchParams };
  const timers = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    setImmediate: (run: () => void) => setTimeout(run, 0),
    clearImmediate: (id: number) => clearTimeout(id),
  };
  const modules: Record<string, object> = {
    electron: strict(electron, 'electron (in a preload script)'),
    events: Object.assign(Emitter, { EventEmitter: Emitter }),
    timers: strict(timers, 'timers'),
    url: strict(url, 'url'),
  };
  modules['electron/renderer'] = modules['electron'] as object;
  modules['electron/common'] = modules['electron'] as object;
  const require = (name: string) => {
    const found = modules[name.replace(/^node:/, '')];
    // As Electron's sandboxed loader says it.
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  };
  const module = { exports: {} };
  try {
    runPreload(require, module, module.exports, strict(config.process, 'process (in a preload script)'));
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    post({ k: 'preload-error', message, stack });
  }
}
