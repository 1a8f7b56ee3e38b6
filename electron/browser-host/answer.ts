import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { STYLE_SOURCE } from './small-page.ts';

/** What goes with every answer, refused ones too. */
const COMMON: OutgoingHttpHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** For pages of a sentence or two: no script, no request, no style but their own. */
const BARE_POLICY = `default-src 'none'; style-src ${STYLE_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export interface Answer {
  readonly status: number;
  /** A stream brings its own `Content-Length`. */
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
  readonly headers: OutgoingHttpHeaders;
}

/** A small page of our own making, never kept by the browser. */
export function pageAnswer(status: number, html: string, headers: OutgoingHttpHeaders = {}): Answer {
  return {
    status,
    body: html,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': BARE_POLICY,
      'Cache-Control': 'no-store',
      ...headers,
    },
  };
}

/** Sends it; a HEAD request gets the same headers and nothing else. A stream that breaks cuts the connection. */
export async function sendAnswer(
  response: ServerResponse,
  { status, headers, body }: Answer,
  headOnly: boolean,
): Promise<void> {
  response.statusCode = status;
  // One by one, so that names in another case replace each other instead of standing twice.
  for (const [name, value] of Object.entries({ ...COMMON, ...headers })) {
    if (value !== undefined) response.setHeader(name, value);
  }
  if (body instanceof ReadableStream) {
    if (!headOnly) return pipeline(Readable.fromWeb(body as NodeStream), response).catch(() => undefined);
    response.end();
    return body.cancel();
  }
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(headOnly ? undefined : body);
}
