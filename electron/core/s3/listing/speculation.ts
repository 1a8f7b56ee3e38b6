/** Requests that may have been for nothing: so many after each of the first pages, up to a limit… */
const EACH_PAGE = 12;
const MOST_AT_FIRST = 40;
/** What a probe costs beside a page: one entry instead of a thousand. */
export const PROBE = 0.8;
/** …and then this share of all pages. */
const SHARE = 0.2;

/**
 * Keeps account of requests that look ahead. Those that turn out to bring a good page cost nothing; those that find
 * little are made up for by pages, so a listing never takes many more requests than one chain of tokens would.
 */
export class Speculation {
  pages = 0;
  /** Looked ahead and found little. */
  wasted = 0;
  /** Looking ahead now. */
  underWay = 0;

  get left(): number {
    const allowance = Math.min(MOST_AT_FIRST, EACH_PAGE * this.pages) + SHARE * this.pages;
    return Math.max(0, Math.floor(allowance - this.wasted - this.underWay));
  }

  allows(requests: number): boolean {
    return requests <= this.left;
  }
}
