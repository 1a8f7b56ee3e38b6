import { type AppFailure, failure } from '../../app-failure.ts';
import { compareKeys } from './key-order.ts';
import type { KeyRange } from './key-range.ts';
import type { PageStart } from './list-page-request.ts';
import type { PageDigest } from './row-store.ts';

/** Truncated pages without an entry, one after the other in whichever ranges, after which a listing is taken for endless. */
const MOST_EMPTY_PAGES = 1000;

export interface PageFault {
  readonly failure: AppFailure;
  /** Asking again would do no good, or harm. */
  readonly isFinal: boolean;
}

export interface JudgeOptions {
  readonly bucket: string;
  readonly host: string;
  readonly ordered: boolean;
}

/** Finds answers that contradict themselves or each other, so that none ends in a wrong list or an endless loop. */
export class PageJudge {
  readonly #options: JudgeOptions;
  #emptyPages = 0;

  constructor(options: JudgeOptions) {
    this.#options = options;
  }

  /** @returns undefined where the page brings its range forward */
  fault(range: KeyRange, start: PageStart, digest: PageDigest): PageFault | undefined {
    const { bucket, ordered } = this.#options;
    if (!digest.ok) return passing(this.unreadable(digest.reason));
    const { last, isTruncated, nextToken } = digest;
    if (ordered && digest.disordered)
      return passing(failure('s3.listing-broken', { bucket, reason: 'disordered' }));
    if (!isTruncated) return undefined;
    if (last === undefined) {
      this.#emptyPages += 1;
      if (this.#emptyPages >= MOST_EMPTY_PAGES) {
        return final(failure('s3.listing-broken', { bucket, reason: 'endless' }));
      }
    } else this.#emptyPages = 0;
    // `position` is still that of the page before.
    const stands = range.position;
    const isBehind = ordered && last !== undefined && stands !== undefined && compareKeys(last, stands) <= 0;
    const isStuck =
      (nextToken === undefined && last === undefined) ||
      ((last === undefined || !ordered) && nextToken !== undefined && nextToken === start.token);
    if (isBehind || isStuck) return passing(failure('s3.listing-broken', { bucket, reason: 'repeats' }));
    return undefined;
  }

  /** What to say of an answer that is no page. */
  unreadable(reason: (PageDigest & { readonly ok: false })['reason']): AppFailure {
    const { bucket, host } = this.#options;
    if (reason === 'not-a-listing') return failure('network.garbled', { host });
    return failure('s3.listing-broken', { bucket, reason: 'malformed' }, reason);
  }
}

function passing(fault: AppFailure): PageFault {
  return { failure: fault, isFinal: false };
}

function final(fault: AppFailure): PageFault {
  return { failure: fault, isFinal: true };
}
