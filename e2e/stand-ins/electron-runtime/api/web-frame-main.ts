import { schemeAddress } from '../scheme/scheme-address.ts';
import { StrictEmitter } from '../strict/strict-emitter.ts';

let lastRoutingId = 0;

/** A frame of a page. One object for each frame, so that the same frame is the same object. */
export class WebFrameMain extends StrictEmitter {
  _devToolsId: string;
  readonly routingId = ++lastRoutingId;
  readonly processId = process.pid;
  readonly parent: WebFrameMain | null;
  readonly frames: WebFrameMain[] = [];
  name = '';
  #url = '';
  #detached = false;

  constructor(devToolsId: string, parent: WebFrameMain | null) {
    super('WebFrameMain', ['dom-ready']);
    this._devToolsId = devToolsId;
    this.parent = parent;
    parent?.frames.push(this);
  }

  get frameToken(): string {
    return this._devToolsId;
  }

  get url(): string {
    return this.#url;
  }

  /** RFC 6454 serialization. */
  get origin(): string {
    return schemeAddress.originOf(this.#url);
  }

  get top(): WebFrameMain {
    return this.parent?.top ?? this;
  }

  get detached(): boolean {
    return this.#detached;
  }

  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)];
  }

  isDestroyed(): boolean {
    return this.#detached;
  }

  /** @param url as Chromium has it */
  _navigated(url: string, name: string): void {
    this.#url = schemeAddress.toApp(url);
    this.name = name;
  }

  _detach(): void {
    this.#detached = true;
    const siblings = this.parent?.frames ?? [];
    const at = siblings.indexOf(this);
    if (at !== -1) siblings.splice(at, 1);
  }
}
