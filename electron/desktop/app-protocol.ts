import type { Protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy, resolveStaticFile } from '../core/support/static-files.ts';
import { APP_HOST, APP_SCHEME } from './app-address.ts';

const HEADERS = {
  'Content-Security-Policy': contentSecurityPolicy({ connect: 'none' }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Read from the disk each time anyway; an update must never show yesterday's page.
  'Cache-Control': 'no-store',
};

/** Makes our scheme one with an origin of its own. Has to happen before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/** Serves the built page. @param rendererFolder the folder of its index.html */
export function serveAppPage(protocol: Pick<Protocol, 'handle'>, rendererFolder: string): void {
  protocol.handle(APP_SCHEME, (request) => answerAppRequest(rendererFolder, request));
}

/** Answers one request under our scheme: reading a file of the page, and nothing else. */
export async function answerAppRequest(
  rendererFolder: string,
  request: Pick<Request, 'method' | 'url'>,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response(null, { status: 405, headers: { ...HEADERS, Allow: 'GET, HEAD' } });
  }
  const url = new URL(request.url);
  const file = url.host === APP_HOST ? await resolveStaticFile(rendererFolder, url.pathname) : undefined;
  if (file === undefined) return new Response(null, { status: 404, headers: HEADERS });
  const body = request.method === 'HEAD' ? null : await readFile(file.path);
  return new Response(body, { headers: { ...HEADERS, 'Content-Type': file.contentType } });
}
