import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer as S3 documents it. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ScriptedS3 {
  readonly url: string;
  /** What was asked, as `METHOD /path?sub-resource`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/**
 * Answers each request with what is written down for it, for documents that are S3's own and can't be brought about
 * by asking for them. Checks no signature.
 * @param answers by `METHOD /path?sub-resource`, without the SDK's `x-id`; what isn't there gets 501 NotImplemented
 */
export async function startScriptedS3(
  answers: Readonly<Record<string, ScriptedAnswer>>,
): Promise<ScriptedS3> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    url.searchParams.delete('x-id');
    const query = [...url.searchParams].map(([name, value]) => (value === '' ? name : `${name}=${value}`));
    const name = `${request.method} ${url.pathname.replace(/^(\/[^/]+)\/$/, '$1')}${query.length > 0 ? `?${query.join('&')}` : ''}`;
    asked.push(name);
    const { status = 200, headers = {}, body = '' } = answers[name] ?? errorAnswer(501, 'NotImplemented');
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/xml', ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export function errorAnswer(status: number, code: string): ScriptedAnswer {
  return { status, body: `<Error><Code>${code}</Code><Message>${code}</Message></Error>` };
}
