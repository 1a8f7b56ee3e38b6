/** Allows so many requests in any second. */
export class Throttle {
  #allowedAt: number[] = [];

  /** Whether a request at `now` (epoch milliseconds) fits under `perSecond`; if so, it is counted. */
  allows(now: number, perSecond: number): boolean {
    this.#allowedAt = this.#allowedAt.filter((at) => now - at < 1000);
    if (this.#allowedAt.length >= perSecond) return false;
    this.#allowedAt.push(now);
    return true;
  }
}
