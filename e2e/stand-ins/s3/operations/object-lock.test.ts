import {
  DeleteObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { objectLockEnabled } from '../store/bucket-settings.ts';
import { failureOf } from '../testing/failure-of.ts';
import { PRODUCTION, type S3UnderTest, startS3UnderTest } from '../testing/s3-under-test.ts';

const Bucket = 'locked';
const DAY_MS = 86_400_000;
let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest();
});
afterAll(() => under.close());
beforeEach(() => {
  const { store } = under.s3;
  store.deleteBucket(Bucket);
  const bucket = { name: Bucket, region: 'us-east-1', accountId: PRODUCTION };
  store.createBucket({ ...bucket, versioning: 'Enabled' }).settings.set('object-lock', objectLockEnabled());
});

const put = (Key: string, Body: string, input: Partial<PutObjectCommandInput> = {}) =>
  under.client().send(new PutObjectCommand({ Bucket, Key, Body, ...input }));
const head = (Key: string) => under.client().send(new HeadObjectCommand({ Bucket, Key }));

test('a version under a lock cannot be deleted, a marker can be put over it', async () => {
  const client = under.client();
  const until = new Date(Date.now() + DAY_MS);
  const locked = { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: until } as const;
  const { VersionId } = await put('key', 'x', locked);
  const about = { Bucket, Key: 'key', VersionId };
  expect(await head('key')).toMatchObject(locked);
  expect((await client.send(new GetObjectRetentionCommand(about))).Retention).toEqual({
    Mode: 'GOVERNANCE',
    RetainUntilDate: until,
  });
  const remove = (input: { BypassGovernanceRetention?: boolean } = {}) =>
    client.send(new DeleteObjectCommand({ ...about, ...input }));
  expect(await failureOf(remove())).toMatchObject({
    code: 'AccessDenied',
    message: 'Access Denied because object protected by object lock.',
  });
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'key' }));
  const hold = (Status: 'ON' | 'OFF') =>
    client.send(new PutObjectLegalHoldCommand({ ...about, LegalHold: { Status } }));
  await hold('ON');
  expect((await client.send(new GetObjectLegalHoldCommand(about))).LegalHold?.Status).toBe('ON');
  expect(await failureOf(remove({ BypassGovernanceRetention: true }))).toMatchObject({ status: 403 });
  await hold('OFF');
  const allow = under.s3.deny({ action: 's3:BypassGovernanceRetention' });
  expect(await failureOf(remove({ BypassGovernanceRetention: true }))).toMatchObject({ status: 403 });
  allow();
  await remove({ BypassGovernanceRetention: true });
});

test('a retention may be made stricter; without any, and without object lock, there are errors', async () => {
  const client = under.client();
  const { VersionId } = await put('key', 'x');
  const about = { Bucket, Key: 'key', VersionId };
  expect(await failureOf(client.send(new GetObjectRetentionCommand(about)))).toMatchObject({
    code: 'NoSuchObjectLockConfiguration',
    status: 404,
  });
  const retain = (days: number, Mode: 'GOVERNANCE' | 'COMPLIANCE') => {
    const Retention = { Mode, RetainUntilDate: new Date(Date.now() + days * DAY_MS) };
    return client.send(new PutObjectRetentionCommand({ ...about, Retention }));
  };
  await retain(1, 'GOVERNANCE');
  await retain(2, 'COMPLIANCE');
  expect(await failureOf(retain(1, 'COMPLIANCE'))).toMatchObject({ code: 'AccessDenied' });
  expect(await failureOf(retain(3, 'GOVERNANCE'))).toMatchObject({ code: 'AccessDenied' });
  await retain(3, 'COMPLIANCE');
  under.s3.store.put('virginia', 'key', 'x');
  const unlocked = new GetObjectLegalHoldCommand({ Bucket: 'virginia', Key: 'key' });
  expect(await failureOf(client.send(unlocked))).toMatchObject({ code: 'InvalidRequest', status: 400 });
  under.s3.store.configure(
    Bucket,
    'object-lock',
    '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention>' +
      '<Mode>COMPLIANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>',
  );
  await put('by-default', 'x');
  expect((await head('by-default')).ObjectLockMode).toBe('COMPLIANCE');
});
