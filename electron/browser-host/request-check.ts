import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is refused before anybody looks at its cookie. */
export type Refusal = 'wrong-host' | 'foreign-origin' | 'foreign-site' | 'not-a-navigation' | 'prefetch';

/**
 * The name under which the browser reached us, or undefined where it isn't one of ours. A page elsewhere
 * whose name was made to point at 127.0.0.1 (DNS rebinding) gives itself away here.
 */
export function ownHost(headers: IncomingHttpHeaders, port: number): string | undefined {
  const host = headers.host;
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` ? host : undefined;
}

/**
 * Checks a request for the app itself. Pages on other ports of this machine are "same-site" and would get
 * their requests sent along with our cookie, so only `same-origin` and `none` (typed, bookmarked) will do.
 */
export function refusePageRequest(headers: IncomingHttpHeaders, port: number): Refusal | undefined {
  return refuseOrigin(headers, port) ?? refuseSite(headers);
}

/** Checks a WebSocket handshake: browsers always tell its origin, so one without is refused. */
export function refuseUpgrade(headers: IncomingHttpHeaders, port: number): Refusal | undefined {
  const refusal = refusePageRequest(headers, port);
  return refusal ?? (headers.origin === undefined ? 'foreign-origin' : undefined);
}

/**
 * Checks the navigation to the one-time address, which may come from anywhere (a terminal, a file, a chat)
 * but has to be a person's: not a frame or a script, and not a browser that fetches ahead.
 */
export function refuseOpening(headers: IncomingHttpHeaders, port: number): Refusal | undefined {
  const origin = refuseOrigin(headers, port);
  if (origin !== undefined) return origin;
  if ((headers['sec-fetch-mode'] ?? 'navigate') !== 'navigate') return 'not-a-navigation';
  if ((headers['sec-fetch-dest'] ?? 'document') !== 'document') return 'not-a-navigation';
  const purposes = [headers['sec-purpose'], headers['purpose'], headers['x-purpose'], headers['x-moz']];
  return purposes.some((purpose) => purpose !== undefined) ? 'prefetch' : undefined;
}

function refuseOrigin(headers: IncomingHttpHeaders, port: number): Refusal | undefined {
  const host = ownHost(headers, port);
  if (host === undefined) return 'wrong-host';
  const { origin } = headers;
  return origin === undefined || origin === `http://${host}` ? undefined : 'foreign-origin';
}

function refuseSite(headers: IncomingHttpHeaders): Refusal | undefined {
  const site = headers['sec-fetch-site'] ?? 'none';
  return site === 'none' || site === 'same-origin' ? undefined : 'foreign-site';
}
