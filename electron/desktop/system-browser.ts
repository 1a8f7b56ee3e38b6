import type { Shell } from 'electron';
import { failure } from '../core/app-failure.ts';
import { isLoopback } from '../core/support/loopback.ts';

/**
 * Opens a page in the person's browser. The core has checked it against the session's hosts; this is the
 * last door, and lets through web pages only.
 * @throws {AppFailure} `page.refused`; what the system says where it can't
 */
export async function openPage(url: string, shell: Pick<Shell, 'openExternal'>): Promise<boolean> {
  if (!isWebPage(url)) throw failure('page.refused', { host: URL.canParse(url) ? new URL(url).host : '?' });
  await shell.openExternal(url);
  return true;
}

/** https anywhere, http only to this machine (a development server or a test's). */
function isWebPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
