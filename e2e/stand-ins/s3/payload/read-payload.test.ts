import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { S3StandIn } from '../start-s3.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { LONG_LIVED, startSeededS3 } from '../testing/seeded-stand-in.ts';
import { hmac, sha256, signHeaders } from '../testing/sign.ts';
import { codeOf, sendSigned } from '../testing/signed-request.ts';

let s3: S3StandIn;
let host: string;
beforeAll(async () => {
  ({ s3 } = await startSeededS3());
  host = `127.0.0.1:${s3.port}`;
});
afterAll(() => s3.close());

test('the body must have the hash that was signed', async () => {
  const input = { method: 'PUT', path: '/virginia/hashed', payloadHash: sha256('good') };
  expect((await sendSigned(s3, input, {}, 'good')).status).toBe(200);
  const changed = await sendSigned(s3, input, {}, 'evil');
  expect([changed.status, codeOf(changed)]).toEqual([400, 'XAmzContentSHA256Mismatch']);
  expect(s3.store.get('virginia', 'hashed')?.content.read(0, 4).toString()).toBe('good');
  expect(codeOf(await sendSigned(s3, { ...input, payloadHash: 'nonsense' }, {}, 'x'))).toBe(
    'InvalidArgument',
  );
});

test('an upload without a length is refused', async () => {
  const headers = { 'transfer-encoding': 'chunked' };
  const chunked = await sendSigned(s3, { method: 'PUT', path: '/virginia/x' }, { headers }, 'body');
  expect([chunked.status, codeOf(chunked)]).toEqual([501, 'NotImplemented']);
  expect(s3.store.get('virginia', 'x')).toBeUndefined();
});

test('a refused upload that waits for leave never sends its body', async () => {
  const bytes = Buffer.alloc(100_000);
  const send = async (change: Record<string, string>) => {
    const { headers } = signHeaders({ ...LONG_LIVED, host, method: 'PUT', path: '/virginia/waits' });
    const outgoing = httpRequest({
      port: s3.port,
      host: '127.0.0.1',
      method: 'PUT',
      path: '/virginia/waits',
      headers: { ...headers, 'content-length': bytes.length, expect: '100-continue', ...change },
    });
    let isAllowed = false;
    outgoing.on('continue', () => {
      isAllowed = true;
      outgoing.end(bytes);
    });
    outgoing.flushHeaders();
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    incoming.resume();
    outgoing.destroy();
    return { status: incoming.statusCode, connection: incoming.headers.connection, isAllowed };
  };
  expect(await send({})).toEqual({ status: 200, connection: 'keep-alive', isAllowed: true });
  expect(await send({ 'x-amz-content-sha256': 'changed' })).toEqual({
    status: 403,
    connection: 'close',
    isAllowed: false,
  });
});

test('chunk by chunk: signed chunks are taken, a changed one is not', async () => {
  const chunks = [Buffer.alloc(8192, 'a'), Buffer.from('rest'), Buffer.alloc(0)];
  const hash = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER';
  const upload = (change: (body: string) => string) => {
    const signed = signHeaders({
      ...LONG_LIVED,
      host,
      method: 'PUT',
      path: '/virginia/chunked',
      payloadHash: hash,
      headers: { 'x-amz-decoded-content-length': '8196', 'x-amz-trailer': 'x-amz-checksum-crc32c' },
    });
    let previous = signed.signature;
    const sign = (algorithm: string, ...hashes: string[]) => {
      const text = [algorithm, signed.amzDate, signed.credentialScope, previous, ...hashes].join('\n');
      previous = hmac(signed.signingKey, text).toString('hex');
      return previous;
    };
    const framed = chunks.map((data) => {
      const signature = sign('AWS4-HMAC-SHA256-PAYLOAD', sha256(''), sha256(data));
      return `${data.length.toString(16)};chunk-signature=${signature}\r\n${data.toString()}${data.length > 0 ? '\r\n' : ''}`;
    });
    const trailer = 'x-amz-checksum-crc32c:OA/XxA==';
    const trailerSignature = sign('AWS4-HMAC-SHA256-TRAILER', sha256(`${trailer}\n`));
    const body = `${framed.join('')}${trailer}\r\nx-amz-trailer-signature:${trailerSignature}\r\n\r\n`;
    const { headers } = signed;
    return rawRequest({
      port: s3.port,
      method: 'PUT',
      path: '/virginia/chunked',
      headers,
      body: change(body),
    });
  };
  // The CRC-32C in the trailer is not that of the data, and it is looked at only after all signatures held.
  expect(codeOf(await upload((body) => body))).toBe('BadDigest');
  expect(codeOf(await upload((body) => body.replace('rest', 'best')))).toBe('SignatureDoesNotMatch');
  expect(codeOf(await upload((body) => body.replace('OA/XxA==', 'AAAAAA==')))).toBe('SignatureDoesNotMatch');
  expect(codeOf(await upload((body) => body.slice(0, 5000)))).toBe('IncompleteBody');
});
