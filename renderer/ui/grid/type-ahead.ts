/** Keys pressed within this time belong to one text. */
export const TYPE_AHEAD_MS = 700;

/** Collects what is typed on a list, to go to what begins with it. */
export class TypeAhead {
  #text = '';
  #last = -Infinity;

  /** Whether a text is being typed, so that a space belongs to it. @param now milliseconds */
  typing(now: number): boolean {
    return this.#text !== '' && now - this.#last < TYPE_AHEAD_MS;
  }

  /** Whoever moves on has typed enough. */
  end(): void {
    this.#text = '';
  }

  /**
   * @returns what to look for, and whether from the next row on: the same letter again and again goes from one row
   *   that begins with it to the next
   */
  type(letter: string, now: number): { readonly text: string; readonly next: boolean } {
    const before = this.typing(now) ? this.#text : '';
    this.#last = now;
    this.#text = before + letter;
    const repeated = before !== '' && Array.from(this.#text).every((each) => each === letter);
    return repeated ? { text: letter, next: true } : { text: this.#text, next: before === '' };
  }
}
