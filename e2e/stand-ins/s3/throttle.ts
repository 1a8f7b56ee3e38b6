import type { S3Request } from './http/s3-request.ts';

/** When S3 says SlowDown; any of the limits is enough. */
export interface SlowDown {
  /** Only requests about this bucket count and are refused; all where absent. */
  readonly bucket?: string;
  /** Every so manieth request is refused. */
  readonly everyNth?: number;
  /** More requests than this at the same moment are refused. */
  readonly maxInFlight?: number;
  /** More requests than this in one second of the stand-in's clock are refused. */
  readonly perSecond?: number;
}

/** How a request fared. */
export interface Admission {
  readonly isRefused: boolean;
  /** To be called once the request is answered. */
  leave(): void;
}

const UNLIMITED: Admission = { isRefused: false, leave: () => undefined };

/** Counts requests against `knobs.slowDown`. */
export class Throttle {
  #inFlight = 0;
  #count = 0;
  #second = { start: 0, count: 0 };

  /** Counts a request in. A refused one isn't in flight. @param now epoch milliseconds */
  admit(limits: SlowDown | undefined, request: S3Request, now: number): Admission {
    if (limits === undefined || (limits.bucket ?? request.bucket) !== request.bucket) return UNLIMITED;
    this.#count++;
    const start = Math.floor(now / 1000);
    this.#second = { start, count: this.#second.start === start ? this.#second.count + 1 : 1 };
    const { everyNth = Infinity, maxInFlight = Infinity, perSecond = Infinity } = limits;
    const isRefused =
      this.#count % everyNth === 0 || this.#inFlight >= maxInFlight || this.#second.count > perSecond;
    if (isRefused) return { isRefused, leave: () => undefined };
    this.#inFlight++;
    return { isRefused, leave: () => void this.#inFlight-- };
  }
}
