/**
 * Whether a client may register this redirect URI: plain http to the literal 127.0.0.1, without a fragment. The
 * real service refuses `localhost` and `[::1]`.
 */
export function isLoopbackRedirect(uri: string): boolean {
  const url = URL.parse(uri);
  return url !== null && url.protocol === 'http:' && url.hostname === '127.0.0.1' && url.hash === '';
}

/** Whether a redirect URI is a registered one. On loopback the port is the client's choice (RFC 8252 §7.3). */
export function matchesRegistered(registered: readonly string[], uri: string): boolean {
  return (
    isLoopbackRedirect(uri) && registered.some((candidate) => withoutPort(candidate) === withoutPort(uri))
  );
}

function withoutPort(uri: string): string {
  const url = new URL(uri);
  url.port = '';
  return url.href;
}
