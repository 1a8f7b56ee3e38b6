import { realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

export interface StaticFile {
  /** Absolute, links resolved, inside the root. */
  readonly path: string;
  readonly contentType: string;
}

/** The kinds of file a built page consists of. Anything else in the folder is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Finds the file that a request asks for, and only below `root`: a path that tries to leave it, by dots,
 * encoding, separators or links, finds nothing.
 * @param root the folder of the built page
 * @param urlPath the path of the request as it stands in the address: undecoded, from its first slash,
 *   without query. `/` means `index.html`.
 */
export async function resolveStaticFile(root: string, urlPath: string): Promise<StaticFile | undefined> {
  const segments = pathSegments(urlPath === '/' ? '/index.html' : urlPath);
  if (segments === undefined) return undefined;
  const contentType = CONTENT_TYPES[extname(segments.at(-1) ?? '').toLowerCase()];
  if (contentType === undefined) return undefined;
  try {
    const realRoot = await realpath(root);
    const path = await realpath(join(realRoot, ...segments));
    if (!isInside(realRoot, path) || !(await stat(path)).isFile()) return undefined;
    return { path, contentType };
  } catch {
    // Not there, or not ours to read; the asker learns no difference.
    return undefined;
  }
}

/** Decodes each part by itself, so that an encoded separator can't make two of one. */
function pathSegments(urlPath: string): string[] | undefined {
  if (!urlPath.startsWith('/')) return undefined;
  try {
    const segments = urlPath.slice(1).split('/').map(decodeURIComponent);
    return segments.every(isPlainName) ? segments : undefined;
  } catch {
    return undefined;
  }
}

/**
 * No empty or hidden names (which covers `.` and `..`), separators, control characters, nor what Windows
 * reads as something else: drive letters and streams (`:`), dots and spaces at the end.
 */
function isPlainName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are the characters to refuse
  return /^[^.\s]/.test(name) && !/[\u0000-\u001f\u007f/\\:]|[. ]$/.test(name);
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The page's Content Security Policy: only what its own host serves, nothing inline, nothing remote. Pictures,
 * sound, film and documents of a preview come from the host, too.
 */
export function contentSecurityPolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
