import { EventEmitter } from 'node:events';
import { isProbe } from './known-probes.ts';
import { MissingApiError } from './missing.ts';

type Listener = (...args: never[]) => void;

/**
 * An EventEmitter on which a property or an event that the stand-in doesn't have throws. The check sits at
 * the end of the prototype chain, where a lookup arrives only when nothing else has the name; so methods
 * keep their own `this`, and private fields work.
 */
export class StrictEmitter extends EventEmitter {
  /** How this object is called in messages, for example `BrowserWindow`. */
  readonly _apiName: string;
  readonly _events_: ReadonlySet<string>;

  constructor(apiName: string, events: Iterable<string>) {
    super();
    this._apiName = apiName;
    this._events_ = new Set(events);
  }

  override on(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  override once(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.once(event, listener as (...args: unknown[]) => void);
  }

  override prependListener(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.prependListener(event, listener as (...args: unknown[]) => void);
  }

  #check(event: string | symbol): void {
    if (typeof event === 'string' && this._events_.has(event)) return;
    throw new MissingApiError(`event "${String(event)}" of ${this._apiName}`);
  }
}

/** Node's emitter methods, without Object's ones behind them. */
const emitterMethods = Object.create(
  Object.prototype,
  Object.getOwnPropertyDescriptors(EventEmitter.prototype),
) as object;
const guard = new Proxy(Object.prototype, {
  get(object, key, receiver): unknown {
    if (key in object || isProbe(key)) return Reflect.get(object, key, receiver);
    throw new MissingApiError(`${nameOf(receiver)}.${String(key)}`);
  },
  set(object, key, value, receiver) {
    if (!(key in object) && !isProbe(key)) throw new MissingApiError(`${nameOf(receiver)}.${String(key)}`);
    return Reflect.defineProperty(receiver as object, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  },
});
Object.setPrototypeOf(emitterMethods, guard);
Object.setPrototypeOf(StrictEmitter.prototype, emitterMethods);

function nameOf(receiver: unknown): string {
  if (typeof receiver !== 'object' || receiver === null) return 'Electron object';
  return Object.hasOwn(receiver, '_apiName') ? (receiver as StrictEmitter)._apiName : 'Electron object';
}
