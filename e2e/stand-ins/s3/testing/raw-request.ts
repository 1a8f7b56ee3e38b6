import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';

export interface RawRequest {
  readonly port: number;
  readonly method?: string;
  /** As it goes out, query included. */
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends exactly what it is given to the loopback address, whatever the Host header says. */
export function rawRequest({ port, method = 'GET', path, headers, body }: RawRequest): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, method, path, agent: false, headers },
      (incoming) => {
        const received: Buffer[] = [];
        incoming.on('data', (piece: Buffer) => received.push(piece));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(received).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
