import { AppFailure } from '../app-failure.ts';
import type { Clock } from '../ports.ts';
import { retryAfterMs } from '../support/retry-after.ts';

const FIRST_AT_ONCE = 4;
const MOST_AT_ONCE = 8;
/** Identity Center allows about 20 requests a second to all of a session's tools together; some are left to others. */
const MOST_A_SECOND = 16;
const FEWEST_A_SECOND = 2;
/** Answers in a row, for each request at once, after which one more is tried. */
const ROUNDS_BEFORE_MORE = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 20_000;
/** A `Retry-After` beyond this is taken for a mistake. */
const LONGEST_ASKED_MS = 120_000;
/** Refusals in a row, each after its pause, after which the portal is taken at its word. About two minutes. */
const MOST_REFUSALS = 9;

/**
 * How many portal calls are under way, and how close together they begin. "Too many requests" halves both and makes
 * everybody wait: as long as the portal asks, or twice as long each time, half of it by chance. Refused calls are made
 * again.
 */
export class PortalPace {
  readonly #clock: Clock;
  readonly #changed: () => void;
  #limit = FIRST_AT_ONCE;
  #perSecond = MOST_A_SECOND;
  #underWay = 0;
  /** Unix milliseconds at which the next call may begin. */
  #nextAt = 0;
  #refusals = 0;
  #answersInRow = 0;
  /** Calls begun before this were sent before the last pause: their refusals belong to it. */
  #pausedAt = Number.NEGATIVE_INFINITY;
  #waiting: (() => void)[] = [];

  /** @param changed called when {@link isThrottled} changes */
  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  /** The portal has asked to slow down, and has not answered properly since. */
  get isThrottled(): boolean {
    return this.#refusals > 0;
  }

  /**
   * Makes a call when its turn comes.
   * @throws what the call throws; `portal.throttled` only after the portal has refused for minutes
   */
  async run<Result>(signal: AbortSignal, call: () => Promise<Result>): Promise<Result> {
    for (;;) {
      const begun = await this.#turn(signal);
      try {
        const result = await call();
        this.#answered(begun);
        return result;
      } catch (thrown) {
        signal.throwIfAborted();
        if (!isThrottling(thrown) || !this.#refused(thrown, begun)) throw thrown;
      } finally {
        this.#underWay -= 1;
        for (const wake of this.#waiting.splice(0)) wake();
      }
    }
  }

  /** @returns a number that tells calls begun before a pause from those after */
  async #turn(signal: AbortSignal): Promise<number> {
    for (;;) {
      signal.throwIfAborted();
      const wait = this.#nextAt - this.#clock.now();
      if (this.#underWay >= this.#limit) {
        // Somebody is under way, and wakes us at the end, an abort included.
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      } else if (wait > 0) {
        await this.#clock.sleep(wait, signal);
      } else {
        const now = this.#clock.now();
        this.#underWay += 1;
        this.#nextAt = now + 1000 / this.#perSecond;
        return now;
      }
    }
  }

  #answered(begun: number): void {
    // Sent before the pause: says nothing about what the portal bears now.
    if (begun <= this.#pausedAt) return;
    const wasThrottled = this.isThrottled;
    this.#refusals = 0;
    this.#answersInRow += 1;
    if (this.#answersInRow >= this.#limit * ROUNDS_BEFORE_MORE) {
      this.#answersInRow = 0;
      this.#limit = Math.min(MOST_AT_ONCE, this.#limit + 1);
      this.#perSecond = Math.min(MOST_A_SECOND, this.#perSecond + 1);
    }
    if (wasThrottled) this.#changed();
  }

  /** @returns whether to try again */
  #refused(thrown: unknown, begun: number): boolean {
    // Several sent together are refused together, and count once.
    if (begun <= this.#pausedAt) return true;
    const now = this.#clock.now();
    this.#pausedAt = now;
    this.#refusals += 1;
    this.#answersInRow = 0;
    if (this.#refusals > MOST_REFUSALS) return false;
    this.#limit = Math.max(1, this.#limit >> 1);
    this.#perSecond = Math.max(FEWEST_A_SECOND, this.#perSecond / 2);
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#refusals - 1));
    const asked = retryAfterMs((thrown as Error).cause, now) ?? 0;
    const pause = longest / 2 + Math.random() * (longest / 2);
    this.#nextAt = now + Math.max(Math.min(asked, LONGEST_ASKED_MS), pause);
    if (this.#refusals === 1) this.#changed();
    return true;
  }
}

function isThrottling(thrown: unknown): boolean {
  return thrown instanceof AppFailure && thrown.error.code === 'portal.throttled';
}
