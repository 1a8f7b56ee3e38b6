/** The messages of the bridge, the same on both transports (as structured clones or as JSON text). */
import type { Envelope, EventName, RequestName } from './contract.ts';

/** From the page. `id` is made per call, so that stopping one call never stops another. */
export type PageMessage =
  | { readonly type: 'call'; readonly id: string; readonly name: RequestName; readonly params: unknown }
  | { readonly type: 'cancel'; readonly id: string }
  | { readonly type: 'subscribe'; readonly event: EventName };

/** To the page. */
export type HostMessage =
  | { readonly type: 'reply'; readonly id: string; readonly envelope: Envelope<unknown> }
  | { readonly type: 'event'; readonly event: EventName; readonly payload: unknown };

/** What the desktop's preload puts into the page as `window.bucketPorter`, and nothing more. */
export interface PageBridge {
  send(message: PageMessage): void;
  /** Returns a function that stops listening. */
  listen(receive: (message: HostMessage) => void): () => void;
}
