import { isProbe } from './known-probes.ts';
import { MissingApiError } from './missing.ts';

/**
 * A view of an object that throws for every property that isn't there, read or written.
 * @param name how the object is called in the message, for example `shell`
 */
export function strictObject<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (key in object || isProbe(key)) return Reflect.get(object, key, receiver);
      throw new MissingApiError(`${name}.${String(key)}`);
    },
    set(object, key, value, receiver) {
      if (key in object || isProbe(key)) return Reflect.set(object, key, value, receiver);
      throw new MissingApiError(`${name}.${String(key)}`);
    },
  });
}
