import {
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../testing/failure-of.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { LONG_LIVED, type S3UnderTest, startS3UnderTest } from '../testing/s3-under-test.ts';
import { presign, signHeaders } from '../testing/sign.ts';

// The bucket is in eu-west-1; the clients sign for us-east-1.
const Bucket = 'ireland';
let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest();
  under.s3.store.put(Bucket, 'key', 'content');
});
afterAll(() => under.close());
beforeEach(() => {
  under.s3.knobs.regionMismatch = '400';
  under.s3.calls.length = 0;
});

const list = new ListObjectsV2Command({ Bucket });
const headBucket = new HeadBucketCommand({ Bucket });
const headObject = new HeadObjectCommand({ Bucket, Key: 'key' });

test('400: the error names the right region', async () => {
  expect(await failureOf(under.client().send(list))).toMatchObject({
    code: 'AuthorizationHeaderMalformed',
    status: 400,
    message: "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
    details: { Region: 'eu-west-1' },
    headers: { 'x-amz-bucket-region': 'eu-west-1' },
  });
});

test('301: the error and a header name the place to go', async () => {
  under.s3.knobs.regionMismatch = '301';
  expect(await failureOf(under.client().send(list))).toMatchObject({
    code: 'PermanentRedirect',
    status: 301,
    details: { Endpoint: `127.0.0.1:${under.s3.port}`, Bucket },
    headers: { 'x-amz-bucket-region': 'eu-west-1' },
  });
});

test.each(['400', '301'] as const)('HEAD gets a bare %s with the region in a header', async (mode) => {
  under.s3.knobs.regionMismatch = mode;
  for (const [path, command] of [
    ['/ireland', headBucket],
    ['/ireland/key', headObject],
  ] as const) {
    const failed = await failureOf(under.client().send(command as HeadBucketCommand));
    expect(failed).toMatchObject({ status: Number(mode), headers: { 'x-amz-bucket-region': 'eu-west-1' } });
    const host = `127.0.0.1:${under.s3.port}`;
    const { headers } = signHeaders({ ...LONG_LIVED, host, method: 'HEAD', path });
    const bare = await rawRequest({ port: under.s3.port, method: 'HEAD', path, headers });
    expect([bare.status, bare.body, bare.headers['x-amz-bucket-region']]).toEqual([
      Number(mode),
      '',
      'eu-west-1',
    ]);
  }
});

test('the SDK follows a 301 of any operation when told to', async () => {
  under.s3.knobs.regionMismatch = '301';
  const client = under.client({ followRegionRedirects: true });
  expect((await client.send(list)).Contents?.map((object) => object.Key)).toEqual(['key']);
  const got = await client.send(new GetObjectCommand({ Bucket, Key: 'key' }));
  expect(await got.Body?.transformToString()).toBe('content');
  await client.send(new PutObjectCommand({ Bucket, Key: 'written', Body: 'x' }));
  expect(under.s3.store.get(Bucket, 'written')?.size).toBe(1);
  expect(
    under.s3.calls.map(({ operation, status, region }) => ({ operation, status, region })).slice(0, 2),
  ).toEqual([
    { operation: 'ListObjectsV2', status: 301, region: undefined },
    { operation: 'ListObjectsV2', status: 200, region: 'eu-west-1' },
  ]);
});

test('the SDK follows a 400 of HeadBucket only', async () => {
  const client = under.client({ followRegionRedirects: true });
  expect(await client.send(headBucket)).toMatchObject({ BucketRegion: 'eu-west-1' });
  expect(await failureOf(client.send(list))).toMatchObject({ code: 'AuthorizationHeaderMalformed' });
});

test('the region is told before the signature is checked, as S3 does', async () => {
  const client = under.client({ credentials: { accessKeyId: 'AKIANOBODY', secretAccessKey: 'x' } });
  expect(await failureOf(client.send(headBucket))).toMatchObject({
    status: 400,
    headers: { 'x-amz-bucket-region': 'eu-west-1' },
  });
});

test('a presigned URL for the wrong region', async () => {
  const path = presign({
    ...LONG_LIVED,
    host: `127.0.0.1:${under.s3.port}`,
    path: '/ireland/key',
    expires: 60,
  });
  const response = await rawRequest({ port: under.s3.port, path });
  expect(response.status).toBe(400);
  expect(response.body).toContain('<Code>AuthorizationQueryParametersError</Code>');
  expect(response.body).toContain('<Region>eu-west-1</Region>');
});
