import type { Protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy, resolveStaticFile } from '../core/support/static-files.ts';
import type { PreviewResponder, StreamedAnswer } from '../core/support/streamed-answer.ts';
import { APP_HOST, APP_SCHEME } from './app-address.ts';

const HEADERS = {
  'Content-Security-Policy': contentSecurityPolicy(),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Read from the disk each time anyway; an update must never show yesterday's page.
  'Cache-Control': 'no-store',
};

/** Makes our scheme one with an origin of its own. Has to happen before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  // Streams: sound and film are played while they are still coming.
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/**
 * Serves the built page, and what it previews.
 * @param rendererFolder the folder of its index.html
 */
export function serveAppPage(
  protocol: Pick<Protocol, 'handle'>,
  rendererFolder: string,
  previews: PreviewResponder,
): void {
  protocol.handle(APP_SCHEME, (request) => answerAppRequest(rendererFolder, previews, request));
}

/** Answers one request under our scheme: with a file of the page or the bytes of a preview, and nothing else. */
export async function answerAppRequest(
  rendererFolder: string,
  previews: PreviewResponder,
  request: Pick<Request, 'method' | 'url' | 'headers'>,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response(null, { status: 405, headers: { ...HEADERS, Allow: 'GET, HEAD' } });
  }
  const url = new URL(request.url);
  if (url.host === APP_HOST && url.pathname.startsWith('/preview/')) {
    const range = request.headers.get('range') ?? undefined;
    return previewResponse(await previews(url.pathname.slice(1), range), request.method);
  }
  const file = url.host === APP_HOST ? await resolveStaticFile(rendererFolder, url.pathname) : undefined;
  if (file === undefined) return new Response(null, { status: 404, headers: HEADERS });
  const body = request.method === 'HEAD' ? null : await readFile(file.path);
  return new Response(body, { headers: { ...HEADERS, 'Content-Type': file.contentType } });
}

async function previewResponse(preview: StreamedAnswer | undefined, method: string): Promise<Response> {
  if (preview === undefined) return new Response(null, { status: 404, headers: HEADERS });
  const headers = new Headers(HEADERS);
  for (const [name, value] of Object.entries(preview.headers)) headers.set(name, value);
  const { status, body } = preview;
  if (method !== 'HEAD')
    return new Response(body as ConstructorParameters<typeof Response>[0], { status, headers });
  if (body instanceof ReadableStream) await body.cancel();
  return new Response(null, { status, headers });
}
