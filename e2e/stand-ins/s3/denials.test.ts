import {
  CreateBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Denial } from './denials.ts';
import { failureOf } from './testing/failure-of.ts';
import { OTHER_ACCOUNT, PRODUCTION, type S3UnderTest, startS3UnderTest } from './testing/s3-under-test.ts';

const Bucket = 'virginia';
let under: S3UnderTest;
let undo: (() => void)[] = [];
beforeAll(async () => {
  under = await startS3UnderTest({ userName: 'ada@acme.example' });
  under.s3.store.put(Bucket, 'key', 'content');
});
afterAll(() => under.close());
afterEach(() => {
  for (const allow of undo) allow();
  undo = [];
});

function deny(denial: Denial): void {
  undo.push(under.s3.deny(denial));
}

const listBuckets = () => under.client().send(new ListBucketsCommand());
const list = () => under.client().send(new ListObjectsV2Command({ Bucket }));
const get = (Key: string) => under.client().send(new GetObjectCommand({ Bucket, Key }));
const principal =
  /^User: arn:aws:sts::111122223333:assumed-role\/AWSReservedSSO_Developer_[0-9a-f]{16}\/ada@acme\.example /;

test('ListBuckets denied: the text names the action and no resource', async () => {
  deny({ action: 's3:ListAllMyBuckets' });
  const refused = await failureOf(listBuckets());
  expect(refused).toMatchObject({ code: 'AccessDenied', status: 403 });
  expect(refused.message).toMatch(principal);
  expect(refused.message).toMatch(
    / is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action$/,
  );
});

test('bucket and object actions: the text names the resource', async () => {
  deny({ action: 's3:ListBucket', bucket: Bucket });
  deny({ action: 's3:GetObject' });
  expect((await failureOf(list())).message).toContain(
    ' s3:ListBucket on resource: "arn:aws:s3:::virginia" because no identity-based policy allows',
  );
  expect((await failureOf(get('key'))).message).toContain(' on resource: "arn:aws:s3:::virginia/key" ');
});

test('a denial fits its account, role and bucket only, and can be taken back', async () => {
  deny({ action: 's3:ListBucket', accountId: '999999999999' });
  deny({ action: 's3:ListBucket', roleName: 'Administrator' });
  deny({ action: 's3:ListBucket', bucket: 'ireland' });
  await list();
  const allow = under.s3.deny({
    action: 's3:ListBucket',
    accountId: PRODUCTION,
    roleName: 'Developer',
    bucket: Bucket,
  });
  expect(await failureOf(list())).toMatchObject({ status: 403 });
  allow();
  await list();
});

test('HEAD denied is bare, but tells the region still', async () => {
  deny({ action: 's3:ListBucket' });
  const head = under.client().send(new HeadBucketCommand({ Bucket }));
  expect(await failureOf(head)).toMatchObject({
    status: 403,
    headers: { 'x-amz-bucket-region': 'us-east-1' },
  });
});

test('who may not list is not told that a key is missing', async () => {
  expect(await failureOf(get('missing'))).toMatchObject({ code: 'NoSuchKey', status: 404 });
  deny({ action: 's3:ListBucket' });
  expect(await failureOf(get('missing'))).toMatchObject({ code: 'AccessDenied', status: 403 });
  expect(await (await get('key')).Body?.transformToString()).toBe('content');
});

test('DeleteObjects reports a denial per key', async () => {
  deny({ action: 's3:DeleteObject' });
  const Delete = { Objects: [{ Key: 'key' }, { Key: 'other' }] };
  const { Errors, Deleted } = await under.client().send(new DeleteObjectsCommand({ Bucket, Delete }));
  expect(Errors?.map(({ Key, Code }) => `${Key} ${Code}`)).toEqual([
    'key AccessDenied',
    'other AccessDenied',
  ]);
  expect(Deleted).toBeUndefined();
  expect(under.s3.store.get(Bucket, 'key')).toBeDefined();
});

test('nothing is written or created where that is denied', async () => {
  deny({ action: 's3:PutObject' });
  deny({ action: 's3:CreateBucket' });
  const put = under.client().send(new PutObjectCommand({ Bucket, Key: 'new', Body: 'x' }));
  expect(await failureOf(put)).toMatchObject({ code: 'AccessDenied' });
  expect(under.s3.store.get(Bucket, 'new')).toBeUndefined();
  const create = under.client().send(new CreateBucketCommand({ Bucket: 'denied' }));
  expect((await failureOf(create)).message).toContain('on resource: "arn:aws:s3:::denied"');
  expect(under.s3.store.findBucket('denied')).toBeUndefined();
});

test('another account’s bucket is closed', async () => {
  const stranger = under.client({ credentials: OTHER_ACCOUNT });
  const refused = await failureOf(stranger.send(new ListObjectsV2Command({ Bucket })));
  expect(refused).toMatchObject({ code: 'AccessDenied', status: 403 });
  expect(refused.message).toContain('because no resource-based policy allows the s3:ListBucket action');
});
