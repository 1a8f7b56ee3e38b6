import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Cross-site request forgery protection without state: a form carries a token that only this server can make and
 * only a page of this server's origin can read. It is good for one thing, such as the decision about one code.
 */
export class FormGuard {
  readonly #key = randomBytes(32);

  token(purpose: string): string {
    return createHmac('sha256', this.#key).update(purpose).digest('base64url');
  }

  accepts(purpose: string, token: string | undefined): boolean {
    const expected = Buffer.from(this.token(purpose));
    const given = Buffer.from(token ?? '');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
