/** Chromium's network errors by the names that its DevTools protocol gives them: code and Electron's name. */
const CODES: Readonly<Record<string, number>> = {
  Failed: -2,
  Aborted: -3,
  TimedOut: -7,
  AccessDenied: -10,
  BlockedByClient: -20,
  BlockedByResponse: -27,
  ConnectionClosed: -100,
  ConnectionReset: -101,
  ConnectionRefused: -102,
  ConnectionAborted: -103,
  ConnectionFailed: -104,
  NameNotResolved: -105,
  InternetDisconnected: -106,
  AddressUnreachable: -109,
};

/** A load that failed, as `loadURL` rejects. */
export class LoadError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly url: string;

  /** @param reason `ConnectionRefused`, or `net::ERR_CONNECTION_REFUSED` */
  constructor(reason: string, url: string) {
    const code = reason.startsWith('net::')
      ? reason.slice('net::'.length)
      : `ERR_${reason.replaceAll(/(?<!^)([A-Z])/g, '_$1').toUpperCase()}`;
    const known = Object.entries(CODES).find(([name]) => `ERR_${snake(name)}` === code);
    const errno = known?.[1] ?? -2;
    super(`${code} (${errno}) loading '${url}'`);
    this.code = code;
    this.errno = errno;
    this.url = url;
  }
}

function snake(name: string): string {
  return name.replaceAll(/(?<!^)([A-Z])/g, '_$1').toUpperCase();
}
