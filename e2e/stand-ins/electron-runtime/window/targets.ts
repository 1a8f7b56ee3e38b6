import type { CdpConnection, CdpSession } from '../chromium/cdp.ts';
import type { Rectangle } from './rectangle.ts';

/** A page of Chromium that hasn't been sent anywhere. */
export interface PageTarget {
  readonly targetId: string;
  readonly session: CdpSession;
}

interface AttachedToTarget {
  readonly sessionId: string;
  readonly targetInfo: { readonly targetId: string; readonly type: string };
}

/**
 * Chromium's pages. Every new one is held before its first navigation. That isn't enough to put a preload
 * script into it, since Playwright holds it too, and the first to let go wins; so our own pages begin empty.
 */
export class Targets {
  readonly #root: CdpSession;
  readonly #connection: CdpConnection;
  readonly #unclaimed = new Map<string, PageTarget>();
  readonly #gone = new Map<string, () => void>();
  #creating = 0;

  private constructor(connection: CdpConnection) {
    this.#connection = connection;
    this.#root = connection.root;
    this.#root.on('Target.attachedToTarget', (event: AttachedToTarget) => this.#attached(event));
    this.#root.on('Target.detachedFromTarget', ({ targetId }: { targetId: string }) => this.#lost(targetId));
  }

  static async connect(connection: CdpConnection): Promise<Targets> {
    const targets = new Targets(connection);
    await connection.root.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }, { exclude: true }],
    });
    await connection.root.send('Browser.setDownloadBehavior', { behavior: 'default', eventsEnabled: true });
    return targets;
  }

  /** The session of the browser as a whole. */
  get browser(): CdpSession {
    return this.#root;
  }

  /**
   * Opens a page in a window of its own.
   * @param url an address that is answered with "no content": so there is no document yet, as in a window of
   * Electron's that hasn't been sent anywhere, and Playwright waits for the first one
   * @param onGone called once it is closed, from whichever side
   */
  async create(url: string, bounds: Rectangle, onGone: () => void): Promise<PageTarget> {
    this.#creating += 1;
    try {
      const { targetId } = await this.#root.send<{ targetId: string }>('Target.createTarget', {
        url,
        newWindow: true,
        left: bounds.x,
        top: bounds.y,
        width: bounds.width,
        height: bounds.height,
      });
      const target = this.#unclaimed.get(targetId);
      if (target === undefined) throw new Error(`Chromium opened no page for ${url}.`);
      this.#unclaimed.delete(targetId);
      this.#gone.set(targetId, onGone);
      await target.session.send('Runtime.runIfWaitingForDebugger');
      return target;
    } finally {
      this.#creating -= 1;
      if (this.#creating === 0) this.#closeUnasked();
    }
  }

  close(targetId: string): void {
    this.#root.tell('Target.closeTarget', { targetId });
  }

  #attached({ sessionId, targetInfo }: AttachedToTarget): void {
    const { targetId } = targetInfo;
    this.#unclaimed.set(targetId, { targetId, session: this.#connection.session(sessionId) });
    if (this.#creating === 0) this.#closeUnasked();
  }

  /** A page that no window of the app asked for: one that a page opened past `setWindowOpenHandler`. */
  #closeUnasked(): void {
    for (const targetId of this.#unclaimed.keys()) this.close(targetId);
    this.#unclaimed.clear();
  }

  #lost(targetId: string): void {
    this.#unclaimed.delete(targetId);
    const onGone = this.#gone.get(targetId);
    this.#gone.delete(targetId);
    onGone?.();
  }
}
