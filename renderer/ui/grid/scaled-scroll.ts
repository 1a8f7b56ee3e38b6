/** Boxes higher than this aren't safe in every browser (Firefox ends near 17.8 million pixels, Chromium near 33). */
export const HIGHEST = 10_000_000;
/** Near both ends of a long list a pixel of the scroll bar's box is a pixel of the list. */
const EVEN = 1_000_000;

/**
 * The place in a list of any height, scrolled by a box of bounded height. Wheel and touch move the list pixel by
 * pixel; long ways (the scroll bar) are scaled. All numbers are pixels.
 */
export class ScaledScroll {
  #height = 0;
  #view = 0;
  /** How far the list is scrolled. */
  top = 0;
  /** How far the box is. */
  box = 0;

  /** The height of the box that has to be given to the browser. */
  get boxHeight(): number {
    return Math.min(this.#height, HIGHEST);
  }

  get maxTop(): number {
    return Math.max(0, this.#height - this.#view);
  }

  /** What has to be added to a row's place in the list to get its place in the box. */
  get shift(): number {
    return this.box - this.top;
  }

  /**
   * Another number of rows, or another window.
   * @returns where the box has to be scrolled to; undefined where it is right already
   */
  resize(height: number, view: number): number | undefined {
    const bounded = this.#height > HIGHEST || height > HIGHEST;
    this.#height = height;
    this.#view = view;
    if (this.top > this.maxTop) return this.moveTo(this.maxTop);
    // A box that only grows below needs no scrolling.
    return bounded || this.box !== this.top ? this.moveTo(this.top) : undefined;
  }

  /** @returns where the box has to be scrolled to */
  moveTo(top: number): number {
    this.top = Math.min(this.maxTop, Math.max(0, top));
    this.box = this.#boxFor(this.top);
    return this.box;
  }

  /** The browser rounds what it is told; this is where it went. */
  placed(box: number): void {
    this.box = box;
    if (this.#height <= HIGHEST) this.top = Math.min(this.maxTop, Math.max(0, box));
  }

  /** The box was scrolled. @returns where it has to be scrolled to; undefined where it may stay */
  scrolled(box: number): number | undefined {
    const by = box - this.box;
    this.box = box;
    if (this.#height <= HIGHEST) {
      this.top = Math.min(this.maxTop, Math.max(0, box));
      return undefined;
    }
    const far = Math.abs(by) > 2 * this.#view;
    this.top = Math.min(this.maxTop, Math.max(0, far ? this.#topFor(box) : this.top + by));
    const maxBox = this.boxHeight - this.#view;
    const stuck = (box <= 0 && this.top > 0) || (box >= maxBox && this.top < this.maxTop);
    return stuck && !far ? this.settle() : undefined;
  }

  /** Scrolling has ended: brings the box to where its bar should stand. @returns see `resize` */
  settle(): number | undefined {
    const box = this.#boxFor(this.top);
    if (Math.abs(box - this.box) < 1) return undefined;
    this.box = box;
    return box;
  }

  #boxFor(top: number): number {
    if (this.#height <= HIGHEST) return top;
    const maxBox = this.boxHeight - this.#view;
    if (top <= EVEN) return top;
    if (top >= this.maxTop - EVEN) return maxBox - (this.maxTop - top);
    return EVEN + ((top - EVEN) / (this.maxTop - 2 * EVEN)) * (maxBox - 2 * EVEN);
  }

  #topFor(box: number): number {
    const maxBox = this.boxHeight - this.#view;
    if (box <= EVEN) return box;
    if (box >= maxBox - EVEN) return this.maxTop - (maxBox - box);
    return EVEN + ((box - EVEN) / (maxBox - 2 * EVEN)) * (this.maxTop - 2 * EVEN);
  }
}
