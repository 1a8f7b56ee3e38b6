import { createHash } from 'node:crypto';

/** Tells whether two texts are equal without keeping them: lines of config files may hold secrets. */
export class Fingerprints {
  readonly #salt: string;

  /** @param salt random, another one for each change */
  constructor(salt: string) {
    this.#salt = salt;
  }

  of(text: string): string {
    return createHash('sha256').update(`${this.#salt}\n${text}`).digest('base64url').slice(0, 22);
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
