/** Sizes are rounded up to this, so that a buffer fits the next page, too. */
const STEP = 64 * 1024;
/** As many as pages can be under way at once, and none much larger than a usual page of a thousand keys. */
const MOST = 64;
const LARGEST = 1024 * 1024;

/**
 * Buffers for pages, used again and again: a million keys are a thousand pages of a quarter of a megabyte, and memory
 * freed on one thread that was taken on another is slow to come back.
 */
export class PageBuffers {
  readonly #spare: ArrayBuffer[] = [];

  /** @returns one of at least so many bytes; what is in it means nothing */
  take(bytes: number): ArrayBuffer {
    const at = this.#spare.findIndex(({ byteLength }) => byteLength >= bytes);
    const [found] = at < 0 ? [] : this.#spare.splice(at, 1);
    return found ?? new ArrayBuffer(Math.max(1, Math.ceil(bytes / STEP)) * STEP);
  }

  /** Takes one back that nobody uses any more. */
  giveBack(buffer: ArrayBuffer): void {
    if (buffer.byteLength >= STEP && buffer.byteLength <= LARGEST && this.#spare.length < MOST) {
      this.#spare.push(buffer);
    }
  }

  /** Forgets them all: nothing is listed at the moment. */
  clear(): void {
    this.#spare.length = 0;
  }
}
