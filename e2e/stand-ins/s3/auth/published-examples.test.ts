import { afterAll, beforeAll, expect, test } from 'vitest';
import { type S3StandIn, startS3 } from '../start-s3.ts';
import { KnownCredentials } from '../testing/known-credentials.ts';
import { rawRequest } from '../testing/raw-request.ts';

/**
 * The worked examples of the S3 API reference ("Examples: signature calculations"), signatures and all. The host they name is
 * no virtual host of the stand-in's, so a signature that holds leads to NoSuchBucket.
 */
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const HOST = 'examplebucket.s3.amazonaws.com';
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const CREDENTIAL = 'Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';

let s3: S3StandIn;
beforeAll(async () => {
  const credentials = new KnownCredentials();
  const role = { accountId: '111122223333', roleName: '' };
  credentials.set('AKIAIOSFODNN7EXAMPLE', { secretAccessKey: SECRET, ...role });
  s3 = await startS3({ credentials, now: () => Date.UTC(2013, 4, 24) });
});
afterAll(() => s3.close());

test.each([
  {
    name: 'GET with a range',
    path: '/test.txt',
    signedHeaders: 'host;range;x-amz-content-sha256;x-amz-date',
    headers: { range: 'bytes=0-9' },
    signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
  {
    name: 'GET with a parameter without a value',
    path: '/?lifecycle',
    signedHeaders: 'host;x-amz-content-sha256;x-amz-date',
    headers: {},
    signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  },
  {
    name: 'GET with parameters',
    path: '/?max-keys=2&prefix=J',
    signedHeaders: 'host;x-amz-content-sha256;x-amz-date',
    headers: {},
    signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  },
])('header: $name', async ({ path, signedHeaders, headers, signature }) => {
  const send = (withSignature: string) =>
    rawRequest({
      port: s3.port,
      path,
      headers: {
        host: HOST,
        'x-amz-date': '20130524T000000Z',
        'x-amz-content-sha256': EMPTY,
        authorization: `AWS4-HMAC-SHA256 ${CREDENTIAL},SignedHeaders=${signedHeaders},Signature=${withSignature}`,
        ...headers,
      },
    });
  const holds = await send(signature);
  expect(holds.body).not.toContain('SignatureDoesNotMatch');
  expect((await send(EMPTY)).body).toMatch(/SignatureDoesNotMatch|NotImplemented/);
});

test('presigned GET', async () => {
  const query =
    'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request' +
    '&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host';
  const send = (signature: string) =>
    rawRequest({
      port: s3.port,
      path: `/test.txt?${query}&X-Amz-Signature=${signature}`,
      headers: { host: HOST },
    });
  const holds = await send('aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404');
  expect(holds.body).toContain('NoSuchBucket');
  expect((await send(EMPTY)).body).toContain('SignatureDoesNotMatch');
});

test('PUT in signed chunks', async () => {
  s3.store.createBucket({ name: 'examplebucket', region: 'us-east-1', accountId: '111122223333' });
  const chunk = (size: number, signature: string) =>
    `${size.toString(16)};chunk-signature=${signature}\r\n${'a'.repeat(size)}\r\n`;
  const response = await rawRequest({
    port: s3.port,
    method: 'PUT',
    path: '/examplebucket/chunkObject.txt',
    headers: {
      host: 's3.amazonaws.com',
      'x-amz-date': '20130524T000000Z',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
      'content-encoding': 'aws-chunked',
      'x-amz-decoded-content-length': '66560',
      'content-length': '66824',
      authorization:
        `AWS4-HMAC-SHA256 ${CREDENTIAL},` +
        'SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,' +
        'Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
    },
    body:
      chunk(65_536, 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648') +
      chunk(1024, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497') +
      chunk(0, 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9'),
  });
  expect([response.status, response.body]).toEqual([200, '']);
  expect(s3.store.get('examplebucket', 'chunkObject.txt')).toMatchObject({
    size: 66_560,
    storageClass: 'REDUCED_REDUNDANCY',
    headers: { 'content-type': 'binary/octet-stream' },
  });
});
