import type { BridgeClient } from './client.ts';

/**
 * Puts a text on the clipboard: the desktop's through the bridge, a browser's own otherwise.
 * @throws where neither may be written
 */
export async function copyText(client: BridgeClient, text: string): Promise<void> {
  if (window.bucketPorter === undefined) await navigator.clipboard.writeText(text);
  else await client.call('clipboard.write', { text });
}
