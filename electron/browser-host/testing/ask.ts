import { type IncomingHttpHeaders, request } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Question {
  readonly method?: string;
  /** Sent as it stands; nothing is tidied up. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One HTTP request over a connection of its own, with whatever headers and path a stranger may make up. */
export function ask(
  port: number,
  { method = 'GET', path = '/', headers = {} }: Question = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode = 0, headers: received } = response;
        resolve({ status: statusCode, headers: received, body: Buffer.concat(chunks).toString() });
      });
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** What a browser has after it opened the one-time address. */
export interface Access {
  /** For a Cookie header. */
  readonly cookie: string;
  /** The address of the app, with its secret folder. */
  readonly appUrl: URL;
}

/** Opens a one-time address as a browser does. */
export async function openOnce(url: string): Promise<Access> {
  const { port, pathname, search } = new URL(url);
  const reply = await ask(Number(port), { path: pathname + search });
  const cookie = reply.headers['set-cookie']?.[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`no cookie in an answer with status ${reply.status}`);
  const onwards = /content="0; url=([^"]+)"/.exec(reply.body)?.[1] ?? '';
  return { cookie, appUrl: new URL(onwards, url) };
}
