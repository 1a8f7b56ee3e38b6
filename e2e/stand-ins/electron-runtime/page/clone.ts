/**
 * Values on their way between the main process and a page, as one JSON text. Like Electron's IPC it carries
 * what the structured clone algorithm carries, less what only a page has (blobs, files, canvases).
 *
 * These functions also run inside pages: `cloneSource` is their text. So they use nothing from outside.
 */

/** @throws Error "An object could not be cloned." for functions, symbols and what can't cross */
export function encodeClone(value: unknown): string {
  const seen = new Map<object, number>();
  const fail = () => new Error('An object could not be cloned.');
  let special = false;

  const base64 = (bytes: Uint8Array) => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  };

  const pack = (item: unknown): unknown => {
    if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
    if (typeof item === 'number') {
      if (Number.isFinite(item) && !Object.is(item, -0)) return item;
      special = true;
      return { $: 'n', v: Object.is(item, -0) ? '-0' : String(item) };
    }
    if (typeof item === 'undefined') {
      special = true;
      return { $: 'u' };
    }
    if (typeof item === 'bigint') {
      special = true;
      return { $: 'b', v: String(item) };
    }
    if (typeof item === 'function' || typeof item === 'symbol') throw fail();
    const known = seen.get(item);
    if (known !== undefined) {
      special = true;
      return { $: 'r', v: known };
    }
    const id = seen.size;
    seen.set(item, id);
    return packObject(item);
  };

  const packObject = (item: object): unknown => {
    if (Array.isArray(item)) {
      const items: unknown[] = [];
      for (let at = 0; at < item.length; at += 1) items.push(pack(item[at]));
      return items;
    }
    const prototype: unknown = Object.getPrototypeOf(item);
    const kind = Object.prototype.toString.call(item).slice(8, -1);
    if (kind !== 'Object' && !(prototype === Object.prototype || prototype === null)) {
      special = true;
      if (item instanceof Date) return { $: 'd', v: String(item.getTime()) };
      if (item instanceof RegExp) return { $: 'x', v: item.source, f: item.flags };
      if (item instanceof Map)
        return { $: 'm', v: [...item].map(([key, entry]) => [pack(key), pack(entry)]) };
      if (item instanceof Set) return { $: 's', v: [...item].map(pack) };
      if (item instanceof Error) return { $: 'e', n: item.name, m: item.message, t: String(item.stack) };
      if (item instanceof ArrayBuffer) return { $: 'a', v: base64(new Uint8Array(item)) };
      if (ArrayBuffer.isView(item)) {
        const bytes = new Uint8Array(item.buffer as ArrayBuffer, item.byteOffset, item.byteLength);
        // A Node buffer arrives as the plain byte array that it is.
        return { $: 't', k: kind, v: base64(bytes) };
      }
      throw fail();
    }
    const packed: Record<string, unknown> = {};
    for (const key of Object.keys(item)) {
      if (key === '$' || key === '__proto__') special = true;
      packed[key === '__proto__' || key.startsWith('$') ? `$${key}` : key] = pack(
        (item as Record<string, unknown>)[key],
      );
      if (key.startsWith('$')) special = true;
    }
    return packed;
  };

  const packed = pack(value);
  return `${special ? '!' : '='}${JSON.stringify(packed)}`;
}

/** The value of a text that `encodeClone` made. */
export function decodeClone(text: string): unknown {
  const parsed: unknown = JSON.parse(text.slice(1));
  if (text.startsWith('=')) return parsed;
  const seen: unknown[] = [];
  const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

  const unpack = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item;
    if (Array.isArray(item)) {
      const items: unknown[] = [];
      seen.push(items);
      for (const entry of item) items.push(unpack(entry));
      return items;
    }
    const tagged = item as {
      $?: string;
      v?: never;
      k?: string;
      n?: string;
      m?: string;
      t?: string;
      f?: string;
    };
    if (typeof tagged.$ === 'string') return unpackTagged(tagged);
    const object: Record<string, unknown> = {};
    seen.push(object);
    for (const [key, entry] of Object.entries(item)) {
      const value = unpack(entry);
      const name = key.startsWith('$') ? key.slice(1) : key;
      Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
    }
    return object;
  };

  const remember = <T>(value: T): T => {
    seen.push(value);
    return value;
  };

  const unpackTagged = (tagged: {
    $?: string;
    v?: never;
    k?: string;
    n?: string;
    m?: string;
    t?: string;
    f?: string;
  }): unknown => {
    const { $: tag, v } = tagged;
    if (tag === 'u') return undefined;
    if (tag === 'n') return Number(v);
    if (tag === 'b') return BigInt(v as unknown as string);
    if (tag === 'r') return seen[v as unknown as number];
    if (tag === 'd') return remember(new Date(Number(v)));
    if (tag === 'x') return remember(new RegExp(v as unknown as string, tagged.f));
    if (tag === 'e') {
      const known: Record<string, ErrorConstructor> = { TypeError, RangeError, SyntaxError, ReferenceError };
      const error = new (known[tagged.n ?? ''] ?? Error)(tagged.m);
      error.stack = tagged.t ?? '';
      return remember(error);
    }
    if (tag === 'm') {
      const map = remember(new Map<unknown, unknown>());
      for (const [key, entry] of v as unknown as [unknown, unknown][]) map.set(unpack(key), unpack(entry));
      return map;
    }
    if (tag === 's') {
      const set = remember(new Set<unknown>());
      for (const entry of v as unknown as unknown[]) set.add(unpack(entry));
      return set;
    }
    const bytes = bytesOf(v as unknown as string);
    if (tag === 'a') return remember(bytes.buffer);
    const views = {
      Uint8Array,
      Int8Array,
      Uint8ClampedArray,
      Uint16Array,
      Int16Array,
      Uint32Array,
      Int32Array,
    };
    const more = { Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView };
    const View = { ...views, ...more }[tagged.k as 'Uint8Array'];
    return remember(new View(bytes.buffer));
  };
  return unpack(parsed);
}

/** The two functions as a page gets them. */
export const cloneSource = `${encodeClone.toString()}\n${decodeClone.toString()}`;
