import type { S3StandIn } from '../start-s3.ts';
import { rawRequest, type RawResponse } from './raw-request.ts';
import { LONG_LIVED } from './seeded-stand-in.ts';
import { type SignInput, signHeaders } from './sign.ts';

type ToSign = Partial<SignInput> & { readonly path: string };

/** Signs a request with the long-lived key, and sends it as it is or changed after signing. */
export function sendSigned(
  s3: S3StandIn,
  toSign: ToSign,
  change: Partial<SignInput> = {},
  body?: string,
): Promise<RawResponse> {
  const { headers } = signHeaders({ ...LONG_LIVED, host: `127.0.0.1:${s3.port}`, ...toSign });
  const { method, path, query = '' } = { ...toSign, ...change };
  return rawRequest({
    port: s3.port,
    path: query === '' ? path : `${path}?${query}`,
    headers: { ...headers, ...change.headers },
    ...(method !== undefined && { method }),
    ...(body !== undefined && { body }),
  });
}

/** The code of an error answer; `undefined` where there is none. */
export function codeOf(response: RawResponse): string | undefined {
  return /<Code>(.*?)<\/Code>/.exec(response.body)?.[1];
}
