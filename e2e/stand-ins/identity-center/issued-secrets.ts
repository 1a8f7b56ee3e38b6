import { randomBytes } from 'node:crypto';

/** Makes random secret values and remembers every one, so that a test can look for leaks of any of them. */
export class IssuedSecrets {
  readonly #values = new Set<string>();

  /** A new value of `bytes` random bytes in base64url, after `prefix`. */
  make(prefix: string, bytes: number): string {
    const value = `${prefix}${randomBytes(bytes).toString('base64url')}`;
    this.#values.add(value);
    return value;
  }

  values(): string[] {
    return [...this.#values];
  }
}
