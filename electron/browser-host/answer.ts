import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
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
  readonly body: string | Buffer;
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

/** Sends it; a HEAD request gets the same headers and nothing else. */
export function sendAnswer(response: ServerResponse, answer: Answer, headOnly: boolean): void {
  response.writeHead(answer.status, {
    ...COMMON,
    ...answer.headers,
    'Content-Length': Buffer.byteLength(answer.body),
  });
  response.end(headOnly ? undefined : answer.body);
}
