/** Quiet for so long, and the scroll bar rests: real rows are drawn. */
const REST_MS = 80;

/**
 * Rows while the scroll bar is dragged far in each frame. Nobody can read them then, so none is drawn anew: those that are
 * there are moved along, all at once and without what is in them, which costs next to nothing.
 */
export class FlyingRows {
  readonly #rows: () => HTMLElement | null;
  readonly #land: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param rows the element around the rows
   * @param land draws the rows that belong there
   */
  constructor(rows: () => HTMLElement | null, land: () => void) {
    this.#rows = rows;
    this.#land = land;
  }

  get isFlying(): boolean {
    return this.#timer !== undefined;
  }

  /** @param distance pixels from where the rows were drawn to where they would be now */
  moveTo(distance: number): void {
    const rows = this.#rows();
    if (rows === null) return;
    // Said once: saying it again would have every row's style worked out again.
    if (!this.isFlying) rows.dataset['flying'] = '';
    rows.style.transform = `translateY(${distance}px)`;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.stop();
      this.#land();
    }, REST_MS);
  }

  /** Puts the rows back where they were drawn; does nothing where nothing flies. */
  stop(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const rows = this.#rows();
    if (rows === null) return;
    delete rows.dataset['flying'];
    rows.style.transform = '';
  }
}
