import { newSecret, sameSecret } from './secret.ts';

/**
 * What a browser shows from then on, once it has opened the one-time address. It lives as long as the
 * browser session or this process, whichever ends first.
 */
export class AccessCookie {
  readonly #name: string;
  readonly #value = newSecret();

  /** The name carries the port, since cookies ignore ports and several hosts may run at a time. */
  constructor(port: number) {
    this.#name = `bucket-porter-${port}`;
  }

  /** For the Set-Cookie header. Not `Secure`: Safari would drop it on plain http, loopback or not. */
  get header(): string {
    return `${this.#name}=${this.#value}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** Whether a Cookie header (RFC 6265, section 4.2) holds it. */
  isIn(header: string | undefined): boolean {
    if (header === undefined) return false;
    return header.split(';').some((pair) => {
      const equals = pair.indexOf('=');
      return (
        pair.slice(0, equals).trim() === this.#name && sameSecret(this.#value, pair.slice(equals + 1).trim())
      );
    });
  }
}
