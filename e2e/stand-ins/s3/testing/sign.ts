import { createHash, createHmac } from 'node:crypto';

/**
 * A SigV4 signer for tests, written for itself: sharing the stand-in's own code, it would share its mistakes. The SDK's
 * signer covers the ordinary cases; this one can sign what the SDK would never send.
 */
export interface SignInput {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly host: string;
  readonly method?: string;
  /** As sent, already percent-encoded. */
  readonly path: string;
  /** As sent, already percent-encoded and sorted by name; without the `?`. */
  readonly query?: string;
  readonly region?: string;
  readonly service?: string;
  readonly at?: Date;
  readonly payloadHash?: string;
  /** More headers to send and sign; names in lower case. */
  readonly headers?: Record<string, string>;
}

export interface Signed {
  readonly headers: Record<string, string>;
  readonly signature: string;
  readonly amzDate: string;
  readonly credentialScope: string;
  readonly signingKey: Buffer;
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

export function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

export function signHeaders(input: SignInput): Signed {
  const amzDate = (input.at ?? new Date()).toISOString().replace(/[-:]/g, '').slice(0, 15) + 'Z';
  const payloadHash = input.payloadHash ?? 'UNSIGNED-PAYLOAD';
  const headers: Record<string, string> = {
    host: input.host,
    'x-amz-content-sha256': payloadHash,
    'x-amz-date': amzDate,
    ...(input.sessionToken === undefined ? {} : { 'x-amz-security-token': input.sessionToken }),
    ...input.headers,
  };
  const names = Object.keys(headers).sort();
  const canonical = [
    input.method ?? 'GET',
    input.path,
    input.query ?? '',
    ...names.map((name) => `${name}:${headers[name]?.trim().replace(/ +/g, ' ')}`),
    '',
    names.join(';'),
    payloadHash,
  ].join('\n');
  const { signingKey, credentialScope } = scopeOf(input, amzDate);
  const toSign = ['AWS4-HMAC-SHA256', amzDate, credentialScope, sha256(canonical)].join('\n');
  const signature = hmac(signingKey, toSign).toString('hex');
  const authorization =
    `AWS4-HMAC-SHA256 Credential=${input.accessKeyId}/${credentialScope}, ` +
    `SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { headers: { ...headers, authorization }, signature, amzDate, credentialScope, signingKey };
}

/** A presigned URL's path and query. */
export function presign(input: SignInput & { expires: number }): string {
  const amzDate = (input.at ?? new Date()).toISOString().replace(/[-:]/g, '').slice(0, 15) + 'Z';
  const { signingKey, credentialScope } = scopeOf(input, amzDate);
  const parameters: Record<string, string> = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${input.accessKeyId}/${credentialScope}`,
    'X-Amz-Date': amzDate,
    'X-Amz-Expires': String(input.expires),
    'X-Amz-SignedHeaders': 'host',
    ...(input.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': input.sessionToken }),
  };
  const query = Object.keys(parameters)
    .map((name) => `${name}=${encodeURIComponent(parameters[name] ?? '')}`)
    .concat(input.query ? input.query.split('&') : [])
    .sort()
    .join('&');
  const canonical = [
    input.method ?? 'GET',
    input.path,
    query,
    `host:${input.host}`,
    '',
    'host',
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', amzDate, credentialScope, sha256(canonical)].join('\n');
  return `${input.path}?${query}&X-Amz-Signature=${hmac(signingKey, toSign).toString('hex')}`;
}

function scopeOf(input: SignInput, amzDate: string): { signingKey: Buffer; credentialScope: string } {
  const parts = [amzDate.slice(0, 8), input.region ?? 'us-east-1', input.service ?? 's3', 'aws4_request'];
  const signingKey = parts.reduce<Buffer>(
    (key, part) => hmac(key, part),
    Buffer.from(`AWS4${input.secretAccessKey}`),
  );
  return { signingKey, credentialScope: parts.join('/') };
}
