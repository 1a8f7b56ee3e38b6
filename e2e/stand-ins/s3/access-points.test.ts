import { Agent } from 'node:http';
import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessPoint } from './store/access-point.ts';
import { PRODUCTION, type S3UnderTest, startS3UnderTest } from './testing/s3-under-test.ts';
import { codeOf, sendSigned } from './testing/signed-request.ts';

let under: S3UnderTest;
let point: AccessPoint;
beforeAll(async () => {
  under = await startS3UnderTest();
  under.s3.store.put('ireland', 'a/key', 'content');
  point = under.s3.store.addAccessPoint({ name: 'reports', accountId: PRODUCTION, bucket: 'ireland' });
});
afterAll(() => under.close());

/** The SDK puts access points in front of the endpoint's host, and so refuses an IP address there. */
function hostClient(region = 'us-east-1') {
  const httpAgent = new Agent({
    lookup: (_host, options, callback) =>
      options.all === true
        ? callback(null, [{ address: '127.0.0.1', family: 4 }])
        : callback(null, '127.0.0.1', 4),
  });
  return under.client({
    endpoint: `http://localhost:${under.s3.port}`,
    forcePathStyle: false,
    region,
    requestHandler: { httpAgent },
  });
}

test('by ARN as the SDK sends it: in the host, signed for the ARN’s region', async () => {
  const client = hostClient();
  const page = await client.send(new ListObjectsV2Command({ Bucket: point.arn }));
  expect(page.Contents).toMatchObject([{ Key: 'a/key' }]);
  const got = await client.send(new GetObjectCommand({ Bucket: point.arn, Key: 'a/key' }));
  expect(await got.Body?.transformToString()).toBe('content');
  const head = await client.send(new HeadBucketCommand({ Bucket: point.arn }));
  expect(head.BucketRegion).toBe('eu-west-1');
  expect(under.s3.calls.at(-1)).toMatchObject({ bucket: 'ireland', region: 'eu-west-1' });
});

test('by ARN in the path, percent-encoded', async () => {
  const path = `/${encodeURIComponent(point.arn)}`;
  const list = await sendSigned(under.s3, { path, query: 'list-type=2', region: 'eu-west-1' });
  expect(list.body).toContain('<Key>a/key</Key>');
  const get = await sendSigned(under.s3, { path: `${path}/a/key`, region: 'eu-west-1' });
  expect(get.body).toBe('content');
});

test('by alias, like a bucket', async () => {
  expect(point.alias).toMatch(/^reports-[0-9a-f]+-s3alias$/);
  expect(point.alias.length).toBeLessThanOrEqual(63);
  const pathClient = under.client({ region: 'eu-west-1' });
  for (const client of [pathClient, hostClient('eu-west-1')]) {
    const page = await client.send(new ListObjectsV2Command({ Bucket: point.alias }));
    expect(page.KeyCount).toBe(1);
  }
  const CopySource = `${point.arn}/object/a/key`;
  await pathClient.send(new CopyObjectCommand({ Bucket: point.alias, Key: 'copy', CopySource }));
  expect(under.s3.store.get('ireland', 'copy')?.size).toBe(7);
});

test('an access point that is not there', async () => {
  const path = `/${encodeURIComponent(point.arn.replace('reports', 'nothing'))}`;
  expect(codeOf(await sendSigned(under.s3, { path, region: 'eu-west-1' }))).toBe('NoSuchBucket');
});
