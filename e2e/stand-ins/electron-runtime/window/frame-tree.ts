import { WebFrameMain } from '../api/web-frame-main.ts';
import type { CdpSession } from '../chromium/cdp.ts';
import { PRELOAD_WORLD } from '../page/page-scripts.ts';

export interface ChromiumFrame {
  readonly id: string;
  readonly parentId?: string;
  readonly name?: string;
  readonly url: string;
  readonly urlFragment?: string;
  readonly unreachableUrl?: string;
}

interface ContextCreated {
  readonly context: {
    readonly id: number;
    readonly name: string;
    readonly auxData?: { readonly frameId?: string; readonly isDefault?: boolean };
  };
}

/** A page's frames, and which script context belongs to which. */
export class FrameTree {
  /** The frame at the top; the object stays while the window does. */
  readonly main: WebFrameMain;
  readonly #frames = new Map<string, WebFrameMain>();
  readonly #preloadContexts = new Map<number, WebFrameMain>();
  #mainPreload: number | undefined;

  constructor(main: WebFrameMain, mainFrameId: string, session: CdpSession) {
    this.main = main;
    this.main._devToolsId = mainFrameId;
    this.#frames.set(mainFrameId, this.main);
    session.on(
      'Page.frameAttached',
      ({ frameId, parentFrameId }: { frameId: string; parentFrameId: string }) => {
        this.#attach(frameId, parentFrameId);
      },
    );
    session.on('Page.frameDetached', ({ frameId, reason }: { frameId: string; reason: string }) => {
      if (reason !== 'swap') this.#detach(frameId);
    });
    session.on('Runtime.executionContextCreated', (event: ContextCreated) => this.#contextCreated(event));
    session.on('Runtime.executionContextDestroyed', (event: { executionContextId: number }) => {
      this.#forget(event.executionContextId);
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#preloadContexts.clear();
      this.#mainPreload = undefined;
    });
  }

  /** The preload world's context of the page itself; undefined while there is none. */
  get mainPreloadContext(): number | undefined {
    return this.#mainPreload;
  }

  frame(id: string): WebFrameMain | undefined {
    return this.#frames.get(id);
  }

  /** The frame that a script context belongs to, or null where it has gone. */
  frameOfContext(contextId: number): WebFrameMain | null {
    return this.#preloadContexts.get(contextId) ?? null;
  }

  navigated({ id, parentId, url, urlFragment = '', name = '' }: ChromiumFrame): WebFrameMain {
    const frame = this.#frames.get(id) ?? this.#attach(id, parentId ?? this.main._devToolsId);
    for (const child of frame.frames.slice()) this.#detach(child._devToolsId);
    frame._navigated(`${url}${urlFragment}`, name);
    return frame;
  }

  #attach(id: string, parentId: string): WebFrameMain {
    const known = this.#frames.get(id);
    if (known !== undefined) return known;
    const frame = new WebFrameMain(id, this.#frames.get(parentId) ?? this.main);
    this.#frames.set(id, frame);
    return frame;
  }

  #detach(id: string): void {
    const frame = this.#frames.get(id);
    if (frame === undefined) return;
    for (const child of frame.frames.slice()) this.#detach(child._devToolsId);
    frame._detach();
    this.#frames.delete(id);
  }

  #contextCreated({ context: { id, name, auxData } }: ContextCreated): void {
    if (name !== PRELOAD_WORLD) return;
    const frame = this.#frames.get(auxData?.frameId ?? '');
    if (frame === undefined) return;
    this.#preloadContexts.set(id, frame);
    if (frame !== this.main) return;
    this.#mainPreload = id;
  }

  #forget(contextId: number): void {
    this.#preloadContexts.delete(contextId);
    if (this.#mainPreload === contextId) this.#mainPreload = undefined;
  }
}
