/** The part of Electron's WebFrameMain that matters here. */
export interface SenderFrame {
  /** RFC 6454 serialization. */
  readonly origin: string;
}

/** The part of Electron's IpcMainEvent that matters here. */
export interface SenderEvent {
  readonly sender: { readonly id: number; readonly mainFrame: SenderFrame };
  /** Null once the frame has navigated away or is gone. */
  readonly senderFrame: SenderFrame | null;
}

export type SenderRefusal = 'unknown-window' | 'frame-gone' | 'not-main-frame' | 'foreign-origin';

/** Who may talk to the product: the main frames of our own windows, while they show our own page. */
export class TrustedSenders {
  readonly #ids = new Set<number>();
  readonly #appOrigin: string;

  constructor(appOrigin: string) {
    this.#appOrigin = appOrigin;
  }

  /** @param webContentsId the id of a window that we made ourselves */
  add(webContentsId: number): void {
    this.#ids.add(webContentsId);
  }

  delete(webContentsId: number): void {
    this.#ids.delete(webContentsId);
  }

  /** Why a message must not be heard; undefined where it may. */
  refusal({ sender, senderFrame }: SenderEvent): SenderRefusal | undefined {
    if (!this.#ids.has(sender.id)) return 'unknown-window';
    if (senderFrame === null) return 'frame-gone';
    // Electron keeps one object per frame, so the same frame is the same object.
    if (senderFrame !== sender.mainFrame) return 'not-main-frame';
    return senderFrame.origin === this.#appOrigin ? undefined : 'foreign-origin';
  }
}
