import type { Shell } from 'electron';

/**
 * Opens a page in the person's browser. The core has checked it against the session's hosts; this is the
 * last door, and lets through web pages only.
 * @returns false where it was refused or the system couldn't.
 */
export async function openPage(url: string, shell: Pick<Shell, 'openExternal'>): Promise<boolean> {
  if (!isWebPage(url)) return false;
  try {
    await shell.openExternal(url);
    return true;
  } catch {
    return false;
  }
}

/** https anywhere, http only to a loopback address (a development server or a test's). */
function isWebPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:') return true;
  return protocol === 'http:' && (/^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]');
}
