/** Counts the time that passes while it runs. Not by the computer's clock, which may be set meanwhile. */
export class Stopwatch {
  #before = 0;
  #since: number | undefined;

  start(): void {
    this.#since ??= performance.now();
  }

  stop(): void {
    this.#before = this.ms;
    this.#since = undefined;
  }

  /** Whole milliseconds. */
  get ms(): number {
    return Math.round(this.#before + (this.#since === undefined ? 0 : performance.now() - this.#since));
  }
}
