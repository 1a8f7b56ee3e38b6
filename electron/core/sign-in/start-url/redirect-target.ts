import type { CountingHttpHandler } from '../../support/http-handler.ts';

type Request = Parameters<CountingHttpHandler['handle']>[0];

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** A server that knows no HEAD; asked once more by GET (as the AWS CLI does, `customizations/sso/resolve.py`). */
const KNOWS_NO_HEAD = new Set([405, 501]);

export interface PageAnswer {
  readonly status: number;
  /** Where the answer sends one; absent where it doesn't, or to nowhere that is an address. */
  readonly leadsTo?: URL;
}

/**
 * Asks a page where it leads, and goes nowhere itself: what it answers is read, never followed. The request carries
 * nothing but the address: no cookie, no token.
 * @throws the HTTP handler's errors, or an AbortError
 */
export async function askPage(
  http: Pick<CountingHttpHandler, 'handle'>,
  url: URL,
  signal: AbortSignal,
): Promise<PageAnswer> {
  const head = await send(http, 'HEAD', url, signal);
  return KNOWS_NO_HEAD.has(head.status) ? send(http, 'GET', url, signal) : head;
}

async function send(
  http: Pick<CountingHttpHandler, 'handle'>,
  method: 'HEAD' | 'GET',
  url: URL,
  signal: AbortSignal,
): Promise<PageAnswer> {
  const request = {
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname + url.search,
    query: {},
    headers: { host: url.host, accept: '*/*', connection: 'close' },
  };
  // The handler reads these fields only; its parameter is declared as the SDK's own class.
  const { response } = await http.handle(request as unknown as Request, { abortSignal: signal });
  const {
    statusCode: status,
    headers,
    body,
  } = response as {
    statusCode: number;
    headers: Readonly<Record<string, string>>;
    body?: { destroy?: () => void };
  };
  body?.destroy?.(); // only the head matters, and a page may be endless
  const location = REDIRECTS.has(status) ? headers['location'] : undefined;
  const leadsTo = location === undefined ? null : URL.parse(location, url.href);
  return leadsTo === null ? { status } : { status, leadsTo };
}
