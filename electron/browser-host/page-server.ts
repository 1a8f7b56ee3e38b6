import type { IncomingMessage } from 'node:http';
import { messagesFor } from '../../shared/messages/messages.ts';
import type { Language } from '../../shared/settings.ts';
import type { AccessCookie } from './access-cookie.ts';
import { type Answer, pageAnswer } from './answer.ts';
import type { PreviewResponder } from '../core/support/streamed-answer.ts';
import { appFile } from './app-files.ts';
import type { OneTimeKey } from './one-time-key.ts';
import { ownHost, refuseOpening, refusePageRequest } from './request-check.ts';
import { gatePage, openPage } from './small-page.ts';

export interface PageServerOptions {
  readonly port: number;
  readonly key: OneTimeKey;
  readonly cookie: AccessCookie;
  /** The app's secret folder, with a slash at both ends. */
  readonly appPath: string;
  readonly rendererFolder: string;
  readonly previews: PreviewResponder;
  /** Of the pages shown outside the app. */
  readonly language: Language;
  /** Called when the one-time address has been used. */
  readonly onOpened: () => void;
  /** Told why a request was refused; never what it contained. */
  readonly onRefused: (reason: string) => void;
}

/** Decides what a request is answered with. The order is the point: nothing is served before it is allowed. */
export async function answerRequest(request: IncomingMessage, options: PageServerOptions): Promise<Answer> {
  const { method, headers } = request;
  const host = ownHost(headers, options.port);
  if (host === undefined) return refuse('wrong-host', 421, options);
  if (method !== 'GET' && method !== 'HEAD') return refuse('method', 405, options);
  const [path = '', query = ''] = split(request.url ?? '');
  if (!path.startsWith('/')) return refuse('path', 400, options);
  if (path === '/open') return answerOpening(request, query, options);
  const refusal = refusePageRequest(headers, options.port);
  if (refusal !== undefined) return refuse(refusal, 403, options);
  if (!options.cookie.isIn(headers.cookie)) return refuse('no-cookie', 403, options);
  if (!path.startsWith(options.appPath)) return refuse('path', 404, options);
  const inApp = path.slice(options.appPath.length);
  if (inApp.startsWith('preview/')) return previewAnswer(request, inApp, options);
  // From the folder's last slash on, it is a path within the app.
  const file = await appFile(options.rendererFolder, path.slice(options.appPath.length - 1), host);
  return file ?? pageAnswer(404, '');
}

/** Bytes of a preview. Where the asker goes away, sending them fails, and that ends what is read for it. */
async function previewAnswer(
  request: IncomingMessage,
  path: string,
  options: PageServerOptions,
): Promise<Answer> {
  return (await options.previews(path, request.headers.range)) ?? pageAnswer(404, '');
}

/** Robots that look ahead at links (HEAD, prefetch, previews in a frame) don't use the key up. */
function answerOpening(request: IncomingMessage, query: string, options: PageServerOptions): Answer {
  if (request.method !== 'GET') return refuse('not-a-navigation', 403, options);
  const refusal = refuseOpening(request.headers, options.port);
  if (refusal !== undefined) return refuse(refusal, 403, options);
  const given = new URLSearchParams(query).get('key') ?? '';
  if (!options.key.spend(given)) return refuse('wrong-key', 403, options);
  options.onOpened();
  const title = messagesFor(options.language).host.appName;
  return pageAnswer(200, openPage(options.language, title, options.appPath), {
    'Set-Cookie': options.cookie.header,
  });
}

/** The same page for every reason, so that it tells a stranger nothing. */
function refuse(reason: string, status: number, options: PageServerOptions): Answer {
  options.onRefused(reason);
  const { language } = options;
  const headers = status === 405 ? { Allow: 'GET, HEAD' } : {};
  // Whatever body may come with it is not waited for.
  return pageAnswer(status, gatePage(language, messagesFor(language).host.gate), {
    ...headers,
    Connection: 'close',
  });
}

function split(url: string): string[] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url] : [url.slice(0, mark), url.slice(mark + 1)];
}
