/**
 * A value that others watch. Who subscribes gets the present value at once and each later one; changes
 * that come in a burst are joined, so a page sees at most one snapshot in `coalesceMs`.
 */
export class Snapshots<Value> {
  #value: Value;
  #timer: NodeJS.Timeout | undefined;
  readonly #listeners = new Set<(value: Value) => void>();
  readonly #coalesceMs: number;

  constructor(initial: Value, coalesceMs = 30) {
    this.#value = initial;
    this.#coalesceMs = coalesceMs;
  }

  get value(): Value {
    return this.#value;
  }

  /** Sets the value; listeners hear of it soon. */
  set(value: Value): void {
    this.#value = value;
    if (this.#timer !== undefined || this.#listeners.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      for (const listener of this.#listeners) listener(this.#value);
    }, this.#coalesceMs);
  }

  update(change: (value: Value) => Value): void {
    this.set(change(this.#value));
  }

  /** @returns a function that unsubscribes. */
  subscribe(listener: (value: Value) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#value);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearTimeout(this.#timer);
      if (this.#listeners.size === 0) this.#timer = undefined;
    };
  }
}
