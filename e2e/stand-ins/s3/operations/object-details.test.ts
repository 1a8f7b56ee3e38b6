import { gzipSync } from 'node:zlib';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectTaggingCommand,
  GetObjectAclCommand,
  GetObjectAttributesCommand,
  type GetObjectAttributesCommandInput,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
  RestoreObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { objectLockEnabled } from '../store/bucket-settings.ts';
import { failureOf } from '../testing/failure-of.ts';
import { PRODUCTION, type S3UnderTest, startS3UnderTest } from '../testing/s3-under-test.ts';

const Bucket = 'detailed';
const DAY_MS = 86_400_000;
let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest({ knobs: { minPartSize: 1 } });
});
afterAll(() => under.close());
beforeEach(() => {
  const { store } = under.s3;
  store.deleteBucket(Bucket);
  const bucket = { name: Bucket, region: 'us-east-1', accountId: PRODUCTION };
  store.createBucket({ ...bucket, versioning: 'Enabled' }).settings.set('object-lock', objectLockEnabled());
});

const put = (Key: string, Body: string | Uint8Array, input: Partial<PutObjectCommandInput> = {}) =>
  under.client().send(new PutObjectCommand({ Bucket, Key, Body, ...input }));
const head = (Key: string, VersionId?: string) =>
  under.client().send(new HeadObjectCommand({ Bucket, Key, ...(VersionId && { VersionId }) }));
const tagsOf = async (Key: string, VersionId?: string) => {
  const ask = { Bucket, Key, ...(VersionId && { VersionId }) };
  return (await under.client().send(new GetObjectTaggingCommand(ask))).TagSet;
};
const attributes = (Key: string, input: Partial<GetObjectAttributesCommandInput> = {}) =>
  under.client().send(
    new GetObjectAttributesCommand({
      Bucket,
      Key,
      ObjectAttributes: ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'],
      ...input,
    }),
  );

test('tags: with the upload, later, per version, counted, and gone', async () => {
  const { VersionId: first } = await put('key', 'one', { Tagging: 'team=R%26D&draft=' });
  await put('key', 'two');
  expect(await tagsOf('key', first)).toEqual([
    { Key: 'team', Value: 'R&D' },
    { Key: 'draft', Value: '' },
  ]);
  expect(await tagsOf('key')).toEqual([]);
  const TagSet = [{ Key: '日本', Value: '東京 <1>' }];
  const before = await head('key');
  const tagged = await under
    .client()
    .send(new PutObjectTaggingCommand({ Bucket, Key: 'key', Tagging: { TagSet } }));
  expect(tagged.VersionId).toBe(before.VersionId);
  expect(await tagsOf('key')).toEqual(TagSet);
  const after = await head('key');
  expect(after).toMatchObject({ TagCount: 1, ETag: before.ETag, LastModified: before.LastModified });
  expect((await head('key', first)).TagCount).toBe(2);
  const copy = { Bucket, Key: 'copy', CopySource: `${Bucket}/key` };
  await under.client().send(new CopyObjectCommand(copy));
  expect(await tagsOf('copy')).toEqual(TagSet);
  const replace = { TaggingDirective: 'REPLACE', Tagging: 'a=b' } as const;
  await under.client().send(new CopyObjectCommand({ ...copy, ...replace }));
  expect(await tagsOf('copy')).toEqual([{ Key: 'a', Value: 'b' }]);
  await under.client().send(new DeleteObjectTaggingCommand({ Bucket, Key: 'key' }));
  expect((await head('key')).TagCount).toBeUndefined();
});

test('tags have limits, and permissions of their own', async () => {
  await put('key', 'x');
  const TagSet = Array.from({ length: 11 }, (_, i) => ({ Key: `k${i}`, Value: '' }));
  const many = new PutObjectTaggingCommand({ Bucket, Key: 'key', Tagging: { TagSet } });
  expect(await failureOf(under.client().send(many))).toMatchObject({ code: 'BadRequest', status: 400 });
  expect(await failureOf(put('key', 'x', { Tagging: 'a=1&a=2' }))).toMatchObject({ code: 'InvalidArgument' });
  await put('key', 'x', { Tagging: 'a=1' });
  const undo = ['s3:GetObjectTagging', 's3:PutObjectTagging'].map((action) => under.s3.deny({ action }));
  expect(await failureOf(tagsOf('key'))).toMatchObject({ code: 'AccessDenied' });
  expect(await failureOf(put('key', 'x', { Tagging: 'a=1' }))).toMatchObject({ code: 'AccessDenied' });
  expect((await head('key')).TagCount).toBeUndefined();
  for (const allow of undo) allow();
});

test('attributes: of a plain object, and of one in parts', async () => {
  await put('plain', 'hello', { ChecksumAlgorithm: 'SHA256', StorageClass: 'STANDARD_IA' });
  expect(await attributes('plain')).toMatchObject({
    ETag: '5d41402abc4b2a76b9719d911017c592',
    Checksum: {
      ChecksumSHA256: 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
      ChecksumType: 'FULL_OBJECT',
    },
    StorageClass: 'STANDARD_IA',
    ObjectSize: 5,
    LastModified: expect.any(Date) as Date,
    VersionId: expect.any(String) as string,
  });
  const only = await attributes('plain', { ObjectAttributes: ['ObjectSize'] });
  expect([only.ObjectSize, only.ETag]).toEqual([5, undefined]);

  const client = under.client();
  const ask = { Bucket, Key: 'parts', ChecksumAlgorithm: 'CRC32' } as const;
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(ask));
  const Parts = await Promise.all(
    [1, 2, 3].map(async (PartNumber) => {
      const part = { ...ask, UploadId, PartNumber, Body: 'x'.repeat(PartNumber) };
      const { ETag, ChecksumCRC32 } = await client.send(new UploadPartCommand(part));
      return { PartNumber, ETag, ChecksumCRC32 };
    }),
  );
  await client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key: 'parts', UploadId, MultipartUpload: { Parts } }),
  );
  const { ObjectParts, Checksum } = await attributes('parts', { MaxParts: 2, PartNumberMarker: '1' });
  expect(ObjectParts).toEqual({
    IsTruncated: false,
    MaxParts: 2,
    NextPartNumberMarker: '3',
    PartNumberMarker: '1',
    TotalPartsCount: 3,
    Parts: [2, 3].map((PartNumber) => ({
      PartNumber,
      Size: PartNumber,
      ChecksumCRC32: Parts[PartNumber - 1]?.ChecksumCRC32,
    })),
  });
  expect(Checksum?.ChecksumType).toBe('COMPOSITE');

  const allow = under.s3.deny({ action: 's3:GetObjectAttributes' });
  expect(await failureOf(attributes('plain'))).toMatchObject({ code: 'AccessDenied' });
  allow();
});

test('the owner has full control', async () => {
  await put('key', 'x');
  const { Owner, Grants } = await under.client().send(new GetObjectAclCommand({ Bucket, Key: 'key' }));
  expect(Grants).toMatchObject([{ Grantee: { ID: Owner?.ID }, Permission: 'FULL_CONTROL' }]);
});

test('encryption: the bucket’s default, or what the upload asks for; a copy is encrypted anew', async () => {
  await put('default', 'x');
  expect(await head('default')).toMatchObject({ ServerSideEncryption: 'AES256' });
  const asked = await put('kms', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'abcd' });
  const arn = 'arn:aws:kms:us-east-1:111122223333:key/abcd';
  expect(asked).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arn });
  expect(await head('kms')).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arn });
  const CopySource = `${Bucket}/kms`;
  await under.client().send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource }));
  expect((await head('copy')).ServerSideEncryption).toBe('AES256');
  under.s3.store.configure(
    Bucket,
    'encryption',
    '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm>' +
      `<KMSMasterKeyID>${arn}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled>` +
      '</Rule></ServerSideEncryptionConfiguration>',
  );
  await put('by-default', 'x');
  expect(await head('by-default')).toMatchObject({ SSEKMSKeyId: arn, BucketKeyEnabled: true });
  const unknown = put('unknown', 'x', { ServerSideEncryption: 'rot13' as 'AES256' });
  expect(await failureOf(unknown)).toMatchObject({ code: 'InvalidArgument' });
});

test('content-encoding and the bytes under it are kept as they came', async () => {
  const Body = gzipSync('line\n'.repeat(100));
  await put('log.gz', Body, { ContentEncoding: 'gzip', ContentType: 'text/plain' });
  const got = await under.client().send(new GetObjectCommand({ Bucket, Key: 'log.gz' }));
  expect(got).toMatchObject({ ContentEncoding: 'gzip', ContentLength: Body.length });
  expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Body)).toBe(true);
});

test('what is seeded is told: replication, expiration, headers, restored copies, made-up objects', async () => {
  const { store } = under.s3;
  const expiration = 'expiry-date="Fri, 21 Dec 2029 00:00:00 GMT", rule-id="old logs"';
  store.put(
    Bucket,
    'seeded',
    { size: 1000 },
    {
      headers: { 'x-amz-replication-status': 'FAILED', 'x-amz-expiration': expiration },
      metadata: { colour: 'teal' },
      tags: { a: '1', b: '2' },
      legalHold: true,
      checksum: 'SHA1',
    },
  );
  expect(await head('seeded')).toMatchObject({
    ReplicationStatus: 'FAILED',
    Expiration: expiration,
    Metadata: { colour: 'teal' },
    TagCount: 2,
    ObjectLockLegalHoldStatus: 'ON',
    ContentLength: 1000,
  });
  expect((await attributes('seeded')).Checksum?.ChecksumSHA1).toMatch(/^.{27}=$/);
  await under.client().send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/seeded` }));
  const copy = await head('copy');
  expect([copy.ReplicationStatus, copy.Metadata]).toEqual([undefined, { colour: 'teal' }]);
});

test('restoring: asked for, under way, there for some days, gone again', async () => {
  let now = Date.now();
  const timed = await startS3UnderTest({ now: () => now, knobs: { restoreMs: 60_000 } });
  const ask = { Bucket: 'virginia', Key: 'cold' };
  timed.s3.store.put('virginia', 'cold', 'ice', { storageClass: 'DEEP_ARCHIVE' });
  // The clients keep to the stand-in's clock.
  const client = () => timed.client({ systemClockOffset: now - Date.now() });
  const restore = (Days: number, Tier: 'Bulk' | 'Expedited' = 'Bulk') =>
    client().send(
      new RestoreObjectCommand({ ...ask, RestoreRequest: { Days, GlacierJobParameters: { Tier } } }),
    );
  const state = async () => (await client().send(new HeadObjectCommand(ask))).Restore;
  const get = () => client().send(new GetObjectCommand(ask));
  expect(await state()).toBeUndefined();
  expect(await failureOf(get())).toMatchObject({ code: 'InvalidObjectState', status: 403 });
  expect(await failureOf(restore(1, 'Expedited'))).toMatchObject({ code: 'InvalidArgument' });
  expect((await restore(2)).$metadata.httpStatusCode).toBe(202);
  expect(await state()).toBe('ongoing-request="true"');
  expect(await failureOf(restore(2))).toMatchObject({ code: 'RestoreAlreadyInProgress', status: 409 });
  expect(await failureOf(get())).toMatchObject({ code: 'InvalidObjectState' });
  now += 60_000;
  expect(await state()).toMatch(/^ongoing-request="false", expiry-date="\w+, .* 00:00:00 GMT"$/);
  expect(await (await get()).Body?.transformToString()).toBe('ice');
  const listing = new ListObjectsV2Command({
    Bucket: 'virginia',
    OptionalObjectAttributes: ['RestoreStatus'],
  });
  const [listed] = (await client().send(listing)).Contents ?? [];
  expect(listed?.RestoreStatus).toMatchObject({
    IsRestoreInProgress: false,
    RestoreExpiryDate: expect.any(Date) as Date,
  });
  expect((await restore(9)).$metadata.httpStatusCode).toBe(200);
  now += 11 * DAY_MS;
  expect(await state()).toBeUndefined();
  timed.s3.store.put('virginia', 'cold', 'warm');
  expect(await failureOf(restore(1))).toMatchObject({ code: 'InvalidObjectState', status: 403 });
  await timed.close();
});
