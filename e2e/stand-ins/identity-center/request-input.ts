import type { IncomingMessage } from 'node:http';
import type { PortalParams } from './portal-service.ts';

const LARGEST_BODY_BYTES = 64 * 1024;

/** The body as text, or the empty string if it is larger than any real request's. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY_BYTES) chunks.push(chunk);
  }
  return size <= LARGEST_BODY_BYTES ? Buffer.concat(chunks).toString('utf8') : '';
}

/** The JSON value, or `undefined` for text that isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const PORTAL_QUERY: Readonly<Record<string, string>> = {
  account_id: 'accountId',
  role_name: 'roleName',
  max_result: 'maxResults',
  next_token: 'nextToken',
};

/** A portal request's members by their service-model names. */
export function readPortalParams(request: IncomingMessage, query: URLSearchParams): PortalParams {
  const params: Record<string, string> = {};
  for (const [name, value] of query) params[PORTAL_QUERY[name] ?? name] = value;
  const token = request.headers['x-amz-sso_bearer_token'];
  if (typeof token === 'string') params['accessToken'] = token;
  return params;
}
