/** Answers that wait until there is something to answer. */
export class HeldAnswers {
  #held: (() => Promise<void>)[] = [];

  /** @param answer is called by the next {@link give} */
  hold<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#held.push(() => answer().then(resolve, reject));
    });
  }

  /** @returns settles when the answers are on their way */
  async give(): Promise<void> {
    const held = this.#held;
    if (held.length === 0) return;
    this.#held = [];
    await Promise.all(held.map((answer) => answer()));
    await new Promise(setImmediate);
  }
}
