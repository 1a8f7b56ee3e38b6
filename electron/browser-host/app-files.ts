import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy, resolveStaticFile } from '../core/support/static-files.ts';
import type { Answer } from './answer.ts';

/** Files whose name the bundler made from their content: another content has another name. */
const HASHED = /^\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/**
 * Answers with a file of the app, or undefined where there is none.
 * @param urlPath the path of the request, undecoded, from its first slash.
 * @param host name and port under which the browser reached us.
 */
export async function appFile(folder: string, urlPath: string, host: string): Promise<Answer | undefined> {
  const file = await resolveStaticFile(folder, urlPath);
  if (file === undefined) return undefined;
  const isHtml = file.contentType.startsWith('text/html');
  return {
    status: 200,
    body: await readFile(file.path),
    headers: {
      'Content-Type': file.contentType,
      'Content-Security-Policy': appPolicy(host),
      'Cache-Control': cacheControl(urlPath, isHtml),
    },
  };
}

/** Safari before 15.4 doesn't count a WebSocket to the page's own origin as 'self' (WebKit bug 201591). */
function appPolicy(host: string): string {
  return contentSecurityPolicy().replace("connect-src 'self'", `$& ws://${host}`);
}

// Private: what is behind the cookie is for this browser only.
function cacheControl(urlPath: string, isHtml: boolean): string {
  if (isHtml) return 'no-store';
  return HASHED.test(urlPath) ? 'private, max-age=31536000, immutable' : 'private, no-cache';
}
