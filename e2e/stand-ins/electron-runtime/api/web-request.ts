import { schemeAddress } from '../scheme/scheme-address.ts';
import { strictObject } from '../strict/strict-object.ts';
import type { RequestPaused } from '../window/request-gate.ts';

export interface BeforeVerdict {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
}
interface HeadersVerdict {
  readonly cancel?: boolean;
  readonly responseHeaders?: Readonly<Record<string, string | readonly string[]>>;
}
type Listener<Verdict> = (details: object, answer: (verdict: Verdict) => void) => void;
type Headers = readonly { readonly name: string; readonly value: string }[];

/** `session.webRequest`: the two hooks that decide something. */
export class WebRequest {
  /** Called when a hook has been set, so that open pages send their requests past it. */
  onUsed: () => void = () => undefined;
  #before: Listener<BeforeVerdict> | undefined;
  #headers: Listener<HeadersVerdict> | undefined;

  get isUsed(): boolean {
    return this.#before !== undefined || this.#headers !== undefined;
  }

  /** What the app gets to see. */
  readonly api = strictObject(
    {
      onBeforeRequest: (...args: unknown[]): void => {
        this.#before = listenerOf<BeforeVerdict>(args);
        this.onUsed();
      },
      onHeadersReceived: (...args: unknown[]): void => {
        this.#headers = listenerOf<HeadersVerdict>(args);
        this.onUsed();
      },
    },
    'session.webRequest',
  );

  before(event: RequestPaused, webContentsId: number): Promise<BeforeVerdict> {
    return ask(this.#before, details(event, webContentsId));
  }

  async headersReceived(
    event: RequestPaused,
    webContentsId: number,
  ): Promise<{ cancel?: boolean; responseHeaders?: Headers }> {
    if (this.#headers === undefined) return {};
    const responseHeaders: Record<string, string[]> = {};
    for (const { name, value } of event.responseHeaders ?? []) (responseHeaders[name] ??= []).push(value);
    const facts = {
      ...details(event, webContentsId),
      responseHeaders,
      statusCode: event.responseStatusCode,
      statusLine: `HTTP/1.1 ${event.responseStatusCode ?? 0} ${event.responseStatusText ?? ''}`.trim(),
    };
    const verdict = await ask(this.#headers, facts);
    const cancel = verdict.cancel === undefined ? {} : { cancel: verdict.cancel };
    if (verdict.responseHeaders === undefined) return cancel;
    const changed = Object.entries(verdict.responseHeaders).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value })),
    );
    return { ...cancel, responseHeaders: changed };
  }
}

function ask<Verdict extends object>(
  listener: Listener<Verdict> | undefined,
  facts: object,
): Promise<Verdict> {
  if (listener === undefined) return Promise.resolve({} as Verdict);
  return new Promise((resolve) => listener(facts, resolve));
}

function listenerOf<Verdict>(args: unknown[]): Listener<Verdict> | undefined {
  const [first, second] = args;
  if (first === null || second === null) return undefined;
  if (second !== undefined) throw new Error('The Electron stand-in filters no web requests by address.');
  if (typeof first !== 'function') throw new TypeError('Must pass a listener or null.');
  return first as Listener<Verdict>;
}

function details({ requestId, request, resourceType }: RequestPaused, webContentsId: number) {
  const kind = resourceType === 'Document' ? 'mainFrame' : resourceType.toLowerCase();
  return {
    id: requestId,
    url: schemeAddress.toApp(request.url),
    method: request.method,
    webContentsId,
    resourceType: kind,
    timestamp: Date.now(),
  };
}
