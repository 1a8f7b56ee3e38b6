import { newSecret, sameSecret } from './secret.ts';

/**
 * What a browser shows from then on, once it has opened the one-time address. It lives as long as the
 * browser session or this process, whichever ends first.
 */
export class AccessCookie {
  readonly #name: string;
  readonly #path: string;
  readonly #value = newSecret();

  /**
   * Cookies ignore ports: a browser that visits somebody else's server on this machine's 127.0.0.1 would
   * hand ours over. So it belongs to a path that nobody else knows, and its name carries the port, since
   * several hosts may run at a time.
   * @param path the app's secret folder, with a slash at both ends
   */
  constructor(port: number, path: string) {
    this.#name = `bucket-porter-${port}`;
    this.#path = path;
  }

  /** For the Set-Cookie header. Not `Secure`: Safari would drop it on plain http, loopback or not. */
  get header(): string {
    return `${this.#name}=${this.#value}; Path=${this.#path}; HttpOnly; SameSite=Strict`;
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
