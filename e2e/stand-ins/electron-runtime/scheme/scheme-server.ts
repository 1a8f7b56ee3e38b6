import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { schemeAddress } from './scheme-address.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** Answers Chromium's requests for the app's own schemes with what the app's handlers answer. */
export class SchemeServer {
  readonly #handlers = new Map<string, SchemeHandler>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  /** An address that answers "no content". */
  get emptyAddress(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.#server.unref();
    schemeAddress.servedAt((this.#server.address() as AddressInfo).port);
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (this.#handlers.has(scheme)) throw new Error(`The scheme ${scheme} has a handler already.`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`The scheme ${scheme} has no handler.`);
  }

  isHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  async #answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = schemeAddress.toApp(`http://${message.headers.host ?? ''}${message.url ?? '/'}`);
    if (url === this.emptyAddress) return void response.writeHead(204).end();
    const handler = this.#handlers.get(url.slice(0, url.indexOf(':')));
    // Electron fails the request with ERR_UNKNOWN_URL_SCHEME; a cut connection fails it too.
    if (handler === undefined) return void response.destroy();
    const answer = await handler(toRequest(message, url));
    if (!(answer instanceof Response))
      throw new TypeError('protocol.handle: the handler must return a Response.');
    response.statusCode = answer.status;
    if (answer.statusText !== '') response.statusMessage = answer.statusText;
    for (const [name, value] of answer.headers) response.appendHeader(name, schemeAddress.toChromium(value));
    if (answer.body === null || message.method === 'HEAD') return void response.end();
    await pipeline(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>), response);
  }
}

function toRequest(message: IncomingMessage, url: string): Request {
  const headers = new Headers();
  for (let at = 0; at < message.rawHeaders.length; at += 2) {
    const name = message.rawHeaders[at] ?? '';
    if (['host', 'connection'].includes(name.toLowerCase())) continue;
    headers.append(name, schemeAddress.toApp(message.rawHeaders[at + 1] ?? ''));
  }
  const method = message.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(url, {
    method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(message) as unknown as BodyInit, duplex: 'half' } : {}),
  });
}

export const schemeServer = new SchemeServer();
