/**
 * Chromium knows nothing of an app's own schemes, so `scheme://host/path` is
 * `http://scheme--host.localhost:port/path` there: an origin of its own, on loopback, and trustworthy.
 */
export class SchemeAddress {
  readonly #schemes = new Set<string>();
  #port = 0;

  /** @throws Error where the scheme can't be part of a host name */
  add(scheme: string): void {
    if (!/^[a-z][a-z0-9-]*$/.test(scheme) || scheme.includes('--')) {
      throw new Error(
        `The Electron stand-in can't map the scheme "${scheme}": letters, digits and single dashes only.`,
      );
    }
    this.#schemes.add(scheme);
  }

  has(scheme: string): boolean {
    return this.#schemes.has(scheme);
  }

  /** @param port of the server that answers for the schemes */
  servedAt(port: number): void {
    this.#port = port;
  }

  /** An address as the app writes it, as Chromium has to have it. */
  toChromium(address: string): string {
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(address);
    const scheme = match?.[1]?.toLowerCase();
    if (match === null || scheme === undefined || !this.#schemes.has(scheme)) return address;
    const rest = match[3] ?? '';
    return `http://${scheme}--${(match[2] ?? '').toLowerCase()}.localhost:${this.#port}${rest.startsWith('/') ? '' : '/'}${rest}`;
  }

  /** An address of Chromium, as the app knows it. */
  toApp(address: string): string {
    const match = /^http:\/\/([a-z0-9-]+?)--([^/:]*)\.localhost:(\d+)(.*)$/s.exec(address);
    const scheme = match?.[1];
    if (match === null || scheme === undefined || Number(match[3]) !== this.#port) return address;
    return this.#schemes.has(scheme) ? `${scheme}://${match[2]}${match[4]}` : address;
  }

  /** The origin of an address of the app, serialized as Electron reports it. */
  originOf(address: string): string {
    if (!URL.canParse(address)) return 'null';
    const { protocol, host, origin } = new URL(address);
    return this.#schemes.has(protocol.slice(0, -1)) ? `${protocol}//${host}` : origin;
  }
}

export const schemeAddress = new SchemeAddress();
