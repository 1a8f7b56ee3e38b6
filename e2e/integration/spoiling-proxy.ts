import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Changes an answer's body, or gives it back as it is. */
export type Spoil = (body: string, query: URLSearchParams) => string;

/** Stands between the app and a server and changes what it answers. Requests pass as they are, signatures and all. */
export async function startSpoilingProxy(target: string, spoil: Spoil) {
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming;
    const onward = request(new URL(url, target), { method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      const original = Buffer.concat(chunks).toString();
      const body = spoil(original, new URL(url, target).searchParams);
      // What it makes up itself is no error, whatever the server thought of the request.
      const status = body === original ? (answer.statusCode ?? 500) : 200;
      const { 'transfer-encoding': _chunked, ...kept } = answer.headers;
      outgoing.writeHead(status, { ...kept, 'content-length': Buffer.byteLength(body) });
      outgoing.end(body);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
