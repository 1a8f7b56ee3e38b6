import type { Clock } from '../ports.ts';

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now: number;
  #sleepers: Sleeper[] = [];
  #waiting: (() => void)[] = [];

  constructor(now = Date.UTC(2026, 10, 24, 9, 0, 0)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const sleeper: Sleeper = { wakeAt: this.#now + ms, wake: resolve };
      signal?.addEventListener(
        'abort',
        () => {
          this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
          reject(signal.reason);
        },
        { once: true },
      );
      this.#sleepers.push(sleeper);
      for (const heard of this.#waiting.splice(0)) heard();
    });
  }

  /** How long the soonest sleeper still sleeps, in milliseconds; undefined where nobody does. */
  get nextWake(): number | undefined {
    const times = this.#sleepers.map((sleeper) => sleeper.wakeAt - this.#now);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Moves on and wakes everybody whose time has come, in order. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const next = this.#sleepers
        .filter((sleeper) => sleeper.wakeAt <= until)
        .sort((a, b) => a.wakeAt - b.wakeAt)[0];
      if (next === undefined) break;
      this.#sleepers = this.#sleepers.filter((sleeper) => sleeper !== next);
      this.#now = Math.max(this.#now, next.wakeAt);
      next.wake();
    }
    this.#now = until;
  }

  /**
   * Resolves when somebody sleeps, with the milliseconds until the soonest wakes. Sleepers with `under`
   * milliseconds or more to go don't count: they are alarms, not waits.
   */
  async sleeping(under = 600_000): Promise<number> {
    for (;;) {
      const next = this.nextWake;
      if (next !== undefined && next < under) return next;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Waits for somebody to sleep, then moves on to the moment they wake. Returns how far that was. */
  async skip(): Promise<number> {
    const ms = await this.sleeping();
    this.advance(ms);
    return ms;
  }
}
