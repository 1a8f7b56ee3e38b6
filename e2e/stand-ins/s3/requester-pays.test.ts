import {
  GetBucketPolicyCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf } from './testing/failure-of.ts';
import {
  DEVELOPMENT,
  LONG_LIVED,
  PRODUCTION,
  type S3UnderTest,
  startS3UnderTest,
} from './testing/s3-under-test.ts';
import { presign } from './testing/sign.ts';
import { rawRequest } from './testing/raw-request.ts';

const Bucket = 'open-data';
const paying = { RequestPayer: 'requester' } as const;
let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest();
  const { store } = under.s3;
  store.createBucket({ name: Bucket, region: 'us-east-1', accountId: DEVELOPMENT, sharedWith: [PRODUCTION] });
  store.configure(
    Bucket,
    'requestPayment',
    '<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>',
  );
  store.put(Bucket, 'key', 'content');
  const shared = { name: 'shared', region: 'us-east-1', accountId: DEVELOPMENT };
  store.createBucket({ ...shared, sharedWith: [PRODUCTION] });
});
afterAll(() => under.close());

test('who does not agree to pay is refused, who does is told', async () => {
  const client = under.client();
  expect(await failureOf(client.send(new ListObjectsV2Command({ Bucket })))).toMatchObject({
    code: 'AccessDenied',
    status: 403,
  });
  expect(await failureOf(client.send(new HeadBucketCommand({ Bucket })))).toMatchObject({ status: 403 });
  const listed = await client.send(new ListObjectsV2Command({ Bucket, ...paying }));
  expect(listed).toMatchObject({ KeyCount: 1, RequestCharged: 'requester' });
  const versions = await client.send(new ListObjectVersionsCommand({ Bucket, ...paying }));
  expect(versions.RequestCharged).toBe('requester');
  const got = await client.send(new GetObjectCommand({ Bucket, Key: 'key', ...paying }));
  expect(got.RequestCharged).toBe('requester');
});

test('a presigned URL agrees in its query', async () => {
  const { port } = under.s3;
  const about = { ...LONG_LIVED, host: `127.0.0.1:${port}`, path: `/${Bucket}/key`, expires: 60 };
  const path = presign({ ...about, query: 'x-amz-request-payer=requester' });
  expect(await rawRequest({ port, path })).toMatchObject({ status: 200, body: 'content' });
  expect(await rawRequest({ port, path: presign(about) })).toMatchObject({ status: 403 });
});

test('shared is for reading; without requester pays nobody has to agree', async () => {
  const client = under.client();
  const about = { Bucket: 'shared' };
  expect((await client.send(new ListObjectsV2Command(about))).RequestCharged).toBeUndefined();
  const put = new PutObjectCommand({ ...about, Key: 'new', Body: 'x' });
  expect((await failureOf(client.send(put))).message).toContain('no resource-based policy allows');
  expect(await failureOf(client.send(new GetBucketPolicyCommand(about)))).toMatchObject({ status: 403 });
});
