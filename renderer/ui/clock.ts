import { useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    for (const each of watchers) each();
  }, 1000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * Something that depends on the time; the component renders again only when it changes.
 * @param select takes Unix milliseconds; gives a primitive value
 */
export function useClock<Value extends string | number | boolean | undefined>(
  select: (now: number) => Value,
): Value {
  return useSyncExternalStore(watch, () => select(Date.now()));
}
