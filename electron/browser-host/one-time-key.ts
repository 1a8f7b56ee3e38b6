import { newSecret, sameSecret } from './secret.ts';

/** The key in the address that is printed. It works once. */
export class OneTimeKey {
  readonly value = newSecret();
  #isSpent = false;

  /** Whether the key is right and new. If so, it has now been used. A wrong guess changes nothing. */
  spend(given: string): boolean {
    if (!sameSecret(this.value, given) || this.#isSpent) return false;
    this.#isSpent = true;
    return true;
  }
}
