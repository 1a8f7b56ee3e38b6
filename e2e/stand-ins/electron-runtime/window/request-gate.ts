import type { WebContents } from '../api/web-contents.ts';
import type { WebRequest } from '../api/web-request.ts';
import type { CdpSession } from '../chromium/cdp.ts';
import { schemeAddress } from '../scheme/scheme-address.ts';
import { electronEvent } from '../strict/electron-event.ts';
import type { FrameTree } from './frame-tree.ts';

export interface RequestPaused {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly responseStatusCode?: number;
  readonly responseStatusText?: string;
  readonly responseErrorReason?: string;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

/** How the page's own document was answered. */
export interface DocumentAnswer {
  readonly status: number;
  readonly statusText: string;
}

/** Holds every navigation back until the app has been asked, and other requests where it wants to see them. */
export class RequestGate {
  /** The last answer for the page itself. */
  lastAnswer: DocumentAnswer = { status: 0, statusText: '' };
  /** Called where the page's document can't be had. */
  onDocumentError: (reason: string, url: string) => void = () => undefined;
  readonly #session: CdpSession;
  readonly #frames: FrameTree;
  readonly #owner: WebContents;
  readonly #webRequest: WebRequest;
  /** Where the app itself sends the page, as Chromium has it: nobody is asked about that. */
  #own: string | undefined;

  constructor(session: CdpSession, frames: FrameTree, owner: WebContents, webRequest: WebRequest) {
    this.#session = session;
    this.#frames = frames;
    this.#owner = owner;
    this.#webRequest = webRequest;
    session.on('Fetch.requestPaused', (event: RequestPaused) => {
      this.#decide(event).catch(() => undefined);
    });
  }

  async install(): Promise<void> {
    const resourceType = this.#webRequest.isUsed ? {} : { resourceType: 'Document' };
    await this.#session.send('Fetch.enable', {
      patterns: [
        { ...resourceType, requestStage: 'Request' },
        { ...resourceType, requestStage: 'Response' },
      ],
    });
  }

  /** The app sends the page somewhere. @param url as Chromium has it */
  expect(url: string): void {
    this.#own = withoutFragment(url);
  }

  async #decide(event: RequestPaused): Promise<void> {
    if (event.responseStatusCode !== undefined || event.responseErrorReason !== undefined) {
      return this.#answered(event);
    }
    const { requestId, resourceType, request } = event;
    if (resourceType === 'Document' && !this.#mayNavigate(event)) {
      await this.#session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const verdict = await this.#webRequest.before(event, this.#owner.id);
    if (verdict.cancel === true) {
      await this.#session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    const url = verdict.redirectURL === undefined ? undefined : schemeAddress.toChromium(verdict.redirectURL);
    await this.#session.send('Fetch.continueRequest', {
      requestId,
      ...(url === undefined || url === request.url ? {} : { url }),
    });
  }

  #mayNavigate({ request, frameId, redirectedRequestId }: RequestPaused): boolean {
    const frame = this.#frames.frame(frameId) ?? null;
    const isMainFrame = frame === this.#frames.main;
    if (isMainFrame && withoutFragment(request.url) === this.#own) {
      this.#own = undefined;
      return true;
    }
    const url = schemeAddress.toApp(request.url);
    const details = { url, isSameDocument: false, isMainFrame, frame, initiator: frame };
    const names =
      redirectedRequestId === undefined
        ? ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])]
        : ['will-redirect'];
    return names.every((name) => {
      const event = electronEvent(details);
      this.#owner.emit(name, event, url, false, isMainFrame, frame?.processId, frame?.routingId);
      return !event.defaultPrevented;
    });
  }

  async #answered(event: RequestPaused): Promise<void> {
    const { requestId, frameId, resourceType, responseErrorReason, responseStatusCode = 0 } = event;
    const ofPage = resourceType === 'Document' && frameId === this.#frames.main._devToolsId;
    if (responseErrorReason !== undefined) {
      if (ofPage) this.onDocumentError(responseErrorReason, schemeAddress.toApp(event.request.url));
      await this.#session.send('Fetch.failRequest', { requestId, errorReason: responseErrorReason });
      return;
    }
    if (ofPage) this.lastAnswer = { status: responseStatusCode, statusText: event.responseStatusText ?? '' };
    const changed = await this.#webRequest.headersReceived(event, this.#owner.id);
    if (changed.cancel === true) {
      await this.#session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    const responseHeaders = changed.responseHeaders;
    await this.#session.send('Fetch.continueResponse', {
      requestId,
      ...(responseHeaders === undefined ? {} : { responseCode: responseStatusCode, responseHeaders }),
    });
  }
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? '';
}
