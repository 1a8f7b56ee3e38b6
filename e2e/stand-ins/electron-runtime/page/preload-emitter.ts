/** A small `events` module for the preload's world; runs there as text and uses nothing from outside. */
export interface PreloadEmitter {
  emit(event: string, ...args: unknown[]): boolean;
  on(event: string, listener: (...args: unknown[]) => void): this;
  removeListener(event: string, listener: (...args: unknown[]) => void): this;
}

export function preloadEmitter(): new () => PreloadEmitter {
  type Listener = (...args: unknown[]) => void;
  type Entry = { readonly listener: Listener; readonly once: boolean };
  return class EventEmitter {
    readonly #entries = new Map<string, Entry[]>();

    on(event: string, listener: Listener): this {
      return this.#add(event, { listener, once: false });
    }

    addListener(event: string, listener: Listener): this {
      return this.on(event, listener);
    }

    once(event: string, listener: Listener): this {
      return this.#add(event, { listener, once: true });
    }

    off(event: string, listener: Listener): this {
      return this.removeListener(event, listener);
    }

    removeListener(event: string, listener: Listener): this {
      const entries = this.#entries.get(event) ?? [];
      const at = entries.findLastIndex((entry) => entry.listener === listener);
      if (at !== -1) this.#entries.set(event, entries.toSpliced(at, 1));
      return this;
    }

    removeAllListeners(event?: string): this {
      if (event === undefined) this.#entries.clear();
      else this.#entries.delete(event);
      return this;
    }

    listenerCount(event: string): number {
      return this.#entries.get(event)?.length ?? 0;
    }

    listeners(event: string): Listener[] {
      return (this.#entries.get(event) ?? []).map(({ listener }) => listener);
    }

    eventNames(): string[] {
      return [...this.#entries.keys()];
    }

    emit(event: string, ...args: unknown[]): boolean {
      const entries = this.#entries.get(event) ?? [];
      for (const { listener, once } of entries) {
        if (once) this.removeListener(event, listener);
        Reflect.apply(listener, this, args);
      }
      return entries.length > 0;
    }

    #add(event: string, entry: Entry): this {
      if (typeof entry.listener !== 'function') {
        throw new TypeError('The "listener" argument must be of type function.');
      }
      this.#entries.set(event, [...(this.#entries.get(event) ?? []), entry]);
      return this;
    }
  };
}
