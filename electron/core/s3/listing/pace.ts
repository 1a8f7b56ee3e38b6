import type { Clock } from '../../ports.ts';

const MOST_REQUESTS = 64;
/** Where answers come quickly, fewer keep everything busy, and each has a page in memory. */
const MOST_QUICK_REQUESTS = 24;
const QUICK_MS = 120;
/** After the first answer, which is waited for alone. */
const SECOND_STEP = 8;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;

/**
 * How many requests may be under way: one, then eight, then one more for each answer while answers stay fast, so twice
 * as many after each round trip, up to 24, or 64 where S3 is far away. Half as many when S3 asks to slow down, after a pause that doubles each time,
 * half of it by chance.
 */
export class Pace {
  readonly #clock: Clock;
  #limit = 1;
  #fastest = Number.POSITIVE_INFINITY;
  #recent = 0;
  #refusals = 0;
  #pause: Promise<void> | undefined;
  #highest = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get limit(): number {
    return this.#limit;
  }

  /** The most that were under way at once. */
  get highest(): number {
    return this.#highest;
  }

  /** Whether S3's wish for a pause is being followed. */
  get isWaiting(): boolean {
    return this.#pause !== undefined;
  }

  get #most(): number {
    return this.#fastest < QUICK_MS ? MOST_QUICK_REQUESTS : MOST_REQUESTS;
  }

  noteUnderWay(requests: number): void {
    this.#highest = Math.max(this.#highest, requests);
  }

  /**
   * @param underWay requests at the time; a limit that isn't reached says nothing about a higher one
   * @param ms how long a page took; undefined for smaller answers, which say little about that
   */
  answered(underWay: number, ms: number | undefined): void {
    this.#refusals = 0;
    if (ms !== undefined) {
      this.#fastest = Math.min(this.#fastest, ms);
      this.#recent = this.#recent === 0 ? ms : this.#recent * 0.9 + ms * 0.1;
    }
    if (this.#limit === 1) {
      this.#limit = SECOND_STEP;
      return;
    }
    // Answers that take far longer than the fastest did are waiting in line somewhere, here or there.
    const isFast = this.#recent < this.#fastest * 3 + 40;
    if (isFast && underWay >= this.#limit && this.#limit < this.#most) this.#limit += 1;
  }

  /** S3 said "slow down". Requests refused while a pause is on were sent before it, and count once with it. */
  async refused(signal: AbortSignal): Promise<void> {
    if (this.#pause === undefined) {
      this.#limit = Math.max(1, this.#limit >> 1);
      const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#refusals);
      this.#refusals += 1;
      const pause = this.#clock.sleep(longest / 2 + Math.random() * (longest / 2), signal);
      this.#pause = pause.finally(() => {
        this.#pause = undefined;
      });
    }
    await this.#pause;
  }
}
