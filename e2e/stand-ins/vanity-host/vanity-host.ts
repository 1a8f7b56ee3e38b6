import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTestCertificate } from './test-certificate.ts';

export interface VanityRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** `hang`: no answer at all; `reset`: the connection breaks. */
export type VanityAnswer = { readonly status: number; readonly location?: string } | 'hang' | 'reset';

export interface VanityHost {
  /** `https://localhost:PORT` */
  readonly url: string;
  /** The file that `AWS_CA_BUNDLE` has to name, for this server to be trusted. */
  readonly caFile: string;
  /** Every request, oldest first. */
  readonly requests: readonly VanityRequest[];
  /** Answers a request; may be changed at any time. 404 at first. */
  answer: (request: VanityRequest) => VanityAnswer;
  /** Resolves when so many requests have come, at once if they have. */
  waitForRequests(count: number): Promise<void>;
  close(): Promise<void>;
}

/** An organisation's own address: an https server on 127.0.0.1 that answers as a test says. */
export async function startVanityHost(answer?: VanityHost['answer']): Promise<VanityHost> {
  const { certificate, key } = makeTestCertificate();
  const folder = await mkdtemp(join(tmpdir(), 'bucket-porter-vanity-'));
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, certificate);
  const requests: VanityRequest[] = [];
  let waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer({ cert: certificate, key }, (request, response) => {
    const { method = '', url: path = '', headers } = request;
    const made = { method, path, headers };
    requests.push(made);
    waiting = waiting.filter(({ count, resolve }) => {
      if (requests.length < count) return true;
      resolve();
      return false;
    });
    const how = host.answer(made);
    if (how === 'hang') return;
    if (how === 'reset') return void request.socket.destroy();
    const { status, location } = how;
    response.writeHead(status, location === undefined ? {} : { location });
    response.end(method === 'HEAD' ? undefined : 'A page.');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host: VanityHost = {
    url: `https://localhost:${port}`,
    caFile,
    requests,
    answer: answer ?? (() => ({ status: 404 })),
    waitForRequests: (count) =>
      new Promise((resolve) => {
        if (requests.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
  return host;
}
