/**
 * How the page's world and the preload's world talk: events on `window` with a name that the page can't
 * guess, whose `detail` Chromium copies from one world to the other. They run synchronously, as Electron's
 * context bridge does. The function runs in both worlds, as text, so it uses nothing from outside.
 */

export interface WorldBridge {
  /** Makes an API of this world known in the other one. @throws Error as Electron does */
  expose(key: string, api: unknown): void;
  /** Calls a function that the other world's bridge has registered under a name. */
  ask(name: string, ...args: unknown[]): unknown;
  /** Lets the other world call a function by name. */
  answer(name: string, run: (...args: never[]) => unknown): void;
}

/** @param token the unguessable part of the event names  @param side which of the two worlds this is */
export function worldBridge(token: string, side: 'page' | 'preload'): WorldBridge {
  type Packed = { t: string; v?: unknown; id?: number; items?: Packed[]; entries?: [string, Packed][] };
  type Wire = { k: string; id: number; ok?: boolean; v?: Packed; args?: Packed[]; name?: string };
  // Taken before the page can put another one in its place.
  const dispatchEvent: unknown = Reflect.get(EventTarget.prototype, 'dispatchEvent');
  const Event = CustomEvent;
  const mine = `${token}-${side}`;
  const theirs = `${token}-${side === 'page' ? 'preload' : 'page'}`;
  const functions = new Map<number, (...args: never[]) => unknown>();
  const ids = new WeakMap<object, number>();
  const proxies = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  const answers = new Map<string, (...args: never[]) => unknown>();
  let lastId = 0;
  let reply: Wire | undefined;

  const post = (detail: Wire) =>
    Reflect.apply(dispatchEvent as typeof window.dispatchEvent, window, [new Event(theirs, { detail })]);
  const cloneError = () => new TypeError('An object could not be cloned.');

  const isPlain = (value: unknown, depth: number): boolean => {
    if (value === null) return true;
    const type = typeof value;
    if (type === 'function' || type === 'symbol') return false;
    if (type !== 'object') return true;
    if (depth > 1000) return false;
    if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    return Object.values(value as object).every((item) => isPlain(item, depth + 1));
  };

  const isCloneable = (value: object) =>
    [Date, RegExp, ArrayBuffer, Map, Set, Blob, FileList].some((kind) => value instanceof kind) ||
    ArrayBuffer.isView(value);

  const pack = (value: unknown, depth = 0): Packed => {
    if (depth > 1000) {
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      );
    }
    if (isPlain(value, 0)) return { t: 'v', v: value };
    if (typeof value === 'symbol') throw cloneError();
    if (typeof value === 'function') {
      let id = ids.get(value);
      if (id === undefined) {
        id = ++lastId;
        ids.set(value, id);
        functions.set(id, value as (...args: never[]) => unknown);
      }
      return { t: 'f', id };
    }
    const object = value as object;
    if (object instanceof Promise) {
      const id = ++lastId;
      const settle = (ok: boolean, result: unknown) => {
        let v: Packed;
        try {
          v = pack(result);
        } catch (error) {
          ok = false;
          v = packError(error);
        }
        post({ k: 'settle', id, ok, v });
      };
      object.then(
        (result: unknown) => settle(true, result),
        (error: unknown) => settle(false, error),
      );
      return { t: 'p', id };
    }
    if (object instanceof Error) return packError(object);
    if (isCloneable(object)) return { t: 'v', v: object };
    if (Array.isArray(object)) return { t: 'a', items: object.map((item) => pack(item, depth + 1)) };
    const prototype: unknown = Object.getPrototypeOf(object);
    if (prototype !== Object.prototype && prototype !== null) throw cloneError();
    const entries = Object.entries(object).map(([key, item]): [string, Packed] => [
      key,
      pack(item, depth + 1),
    ]);
    return { t: 'o', entries };
  };

  const packError = (error: unknown): Packed => {
    // Of an error only its message crosses.
    if (error instanceof Error) return { t: 'e', v: error.message };
    return { t: 'v', v: isPlain(error, 0) ? error : String(error) };
  };

  const unpack = (packed: Packed): unknown => {
    if (packed.t === 'v') return packed.v;
    if (packed.t === 'e') return new Error(String(packed.v));
    if (packed.t === 'a') return (packed.items ?? []).map(unpack);
    if (packed.t === 'o') {
      return Object.fromEntries((packed.entries ?? []).map(([key, item]) => [key, unpack(item)]));
    }
    const id = packed.id ?? 0;
    if (packed.t === 'p') {
      return new Promise((resolve, reject) => {
        promises.set(id, { resolve, reject });
      });
    }
    let proxy = proxies.get(id);
    if (proxy === undefined) {
      proxy = (...args) => call({ k: 'call', id, args: args.map((item) => pack(item)) });
      proxies.set(id, proxy);
    }
    return proxy;
  };

  const call = (wire: Wire): unknown => {
    const outer = reply;
    reply = undefined;
    post(wire);
    const answer = reply as Wire | undefined;
    reply = outer;
    if (answer?.v === undefined) throw new Error('The other world has gone.');
    const value = unpack(answer.v);
    if (answer.ok !== true) throw value;
    return value;
  };

  const freeze = (value: unknown): unknown => {
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return value;
    if (Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
    for (const item of Object.values(value)) freeze(item);
    return value instanceof Promise ? value : Object.freeze(value);
  };

  const run = ({ k, id, name = '', v, args = [] }: Wire): unknown => {
    if (k === 'expose') {
      if (Object.hasOwn(window, name)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      const value = freeze(v === undefined ? undefined : unpack(v));
      Object.defineProperty(window, name, { value, enumerable: true, writable: false, configurable: false });
      return undefined;
    }
    const target = k === 'ask' ? answers.get(name) : functions.get(id);
    if (target === undefined) throw new Error(`Nobody answers ${name}.`);
    return Reflect.apply(target, undefined, args.map(unpack));
  };

  window.addEventListener(mine, (event) => {
    event.stopImmediatePropagation();
    const wire = (event as CustomEvent<Wire>).detail;
    if (wire.k === 'reply') {
      reply = wire;
      return;
    }
    if (wire.k === 'settle') {
      const promise = promises.get(wire.id);
      promises.delete(wire.id);
      const value = wire.v === undefined ? undefined : unpack(wire.v);
      if (wire.ok === true) promise?.resolve(value);
      else promise?.reject(value);
      return;
    }
    try {
      post({ k: 'reply', id: 0, ok: true, v: pack(run(wire)) });
    } catch (error) {
      post({ k: 'reply', id: 0, ok: false, v: packError(error) });
    }
  });

  return {
    expose(name, api) {
      call({ k: 'expose', id: 0, name, v: pack(api) });
    },
    ask: (name, ...args) => call({ k: 'ask', id: 0, name, args: args.map((item) => pack(item)) }),
    answer(name, run) {
      answers.set(name, run);
    },
  };
}
