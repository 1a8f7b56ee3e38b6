import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  PutBucketVersioningCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Versioning } from '../store/stored-bucket.ts';
import { failureOf } from '../testing/failure-of.ts';
import { PRODUCTION, type S3UnderTest, startS3UnderTest } from '../testing/s3-under-test.ts';

const Bucket = 'versioned';
let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest();
});
afterAll(() => under.close());
beforeEach(() => {
  under.s3.store.deleteBucket(Bucket);
  under.s3.store.createBucket({
    name: Bucket,
    region: 'us-east-1',
    accountId: PRODUCTION,
    versioning: 'Enabled',
  });
});

const send = () => under.client();
const setVersioning = (Status: Versioning) =>
  send().send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
const put = async (Key: string, Body: string) =>
  (await send().send(new PutObjectCommand({ Bucket, Key, Body }))).VersionId;
const get = (Key: string, VersionId?: string) =>
  send().send(new GetObjectCommand({ Bucket, Key, ...(VersionId && { VersionId }) }));
const textOf = async (Key: string, VersionId?: string) =>
  (await get(Key, VersionId)).Body?.transformToString();
const remove = (Key: string, VersionId?: string) =>
  send().send(new DeleteObjectCommand({ Bucket, Key, ...(VersionId && { VersionId }) }));
const list = (input: Omit<ListObjectVersionsCommandInput, 'Bucket'> = {}) =>
  send().send(new ListObjectVersionsCommand({ Bucket, ...input }));

test('never, Enabled, Suspended; it cannot be taken back', async () => {
  const status = async (name: string) =>
    (await send().send(new GetBucketVersioningCommand({ Bucket: name }))).Status;
  expect(await status('virginia')).toBeUndefined();
  expect(await status(Bucket)).toBe('Enabled');
  await setVersioning('Suspended');
  expect(await status(Bucket)).toBe('Suspended');
  expect(await failureOf(setVersioning('Off' as Versioning))).toMatchObject({ code: 'MalformedXML' });
});

test('every put is a version that can be read by its id', async () => {
  const first = await put('key', 'one');
  const second = await put('key', 'two');
  expect(first).toMatch(/^[\w.]{32}$/);
  expect(second).not.toBe(first);
  expect([await textOf('key'), await textOf('key', first)]).toEqual(['two', 'one']);
  expect((await get('key')).VersionId).toBe(second);
  const head = await send().send(new HeadObjectCommand({ Bucket, Key: 'key', VersionId: first }));
  expect(head).toMatchObject({ VersionId: first, ContentLength: 3 });
});

test('without versions there is no version id to see, and `null` is one to ask for', async () => {
  under.s3.store.put('virginia', 'plain', 'x');
  const ask = { Bucket: 'virginia', Key: 'plain' };
  expect((await send().send(new GetObjectCommand({ ...ask, VersionId: 'null' }))).VersionId).toBeUndefined();
  const { Versions } = await send().send(new ListObjectVersionsCommand({ Bucket: 'virginia' }));
  expect(Versions).toMatchObject([{ Key: 'plain', VersionId: 'null', IsLatest: true }]);
  await send().send(new DeleteObjectCommand({ ...ask, VersionId: 'null' }));
  expect(under.s3.store.get('virginia', 'plain')).toBeUndefined();
});

test('what was there before versions is `null`, and a suspended bucket writes over it', async () => {
  under.s3.store.deleteBucket(Bucket);
  under.s3.store.createBucket({ name: Bucket, region: 'us-east-1', accountId: PRODUCTION });
  await put('key', 'before');
  await setVersioning('Enabled');
  const second = await put('key', 'second');
  expect(await textOf('key', 'null')).toBe('before');
  await setVersioning('Suspended');
  expect(await put('key', 'third')).toBe('null');
  const { Versions } = await list();
  expect(Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
    ['null', true],
    [second, false],
  ]);
  expect(await remove('key')).toMatchObject({ VersionId: 'null', DeleteMarker: true });
  expect((await list()).Versions?.map(({ VersionId }) => VersionId)).toEqual([second]);
});

test('a deletion hides the object behind a marker; removing the marker brings it back', async () => {
  const id = await put('key', 'one');
  const { VersionId: marker, DeleteMarker } = await remove('key');
  expect(DeleteMarker).toBe(true);
  const gone = await failureOf(get('key'));
  expect(gone).toMatchObject({ code: 'NoSuchKey', status: 404 });
  expect(gone.headers).toMatchObject({ 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker });
  expect((await send().send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
  const refused = await failureOf(get('key', marker));
  expect(refused).toMatchObject({ code: 'MethodNotAllowed', status: 405 });
  expect(refused.headers).toMatchObject({ 'x-amz-delete-marker': 'true', allow: 'DELETE' });
  const head = send().send(new HeadObjectCommand({ Bucket, Key: 'key', VersionId: marker }));
  expect(await failureOf(head)).toMatchObject({ status: 405, headers: { 'x-amz-delete-marker': 'true' } });
  expect(await remove('key', marker)).toMatchObject({ VersionId: marker, DeleteMarker: true });
  expect([await textOf('key'), (await get('key')).VersionId]).toEqual(['one', id]);
  expect((await list()).DeleteMarkers).toBeUndefined();
});

test('removing the newest version brings the one before back; removing what is not there succeeds', async () => {
  await put('key', 'one');
  const second = await put('key', 'two');
  const removed = await remove('key', second);
  expect(removed.DeleteMarker).toBeUndefined();
  expect(await textOf('key')).toBe('one');
  expect(await remove('key', second)).toMatchObject({ VersionId: second });
  expect(await failureOf(get('key', second))).toMatchObject({ code: 'NoSuchVersion', status: 404 });
  expect(await failureOf(get('key', 'v1'))).toMatchObject({ code: 'InvalidArgument', status: 400 });
});

test('DeleteObjects takes keys and versions, and tells of markers', async () => {
  const first = await put('a', 'one');
  const marker = (await remove('b')).VersionId;
  const Objects = [{ Key: 'a' }, { Key: 'a', VersionId: first }, { Key: 'b', VersionId: marker }];
  const { Deleted } = await send().send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect(Deleted).toEqual([
    { Key: 'a', DeleteMarker: true, DeleteMarkerVersionId: expect.stringMatching(/^.{32}$/) as string },
    { Key: 'a', VersionId: first },
    { Key: 'b', VersionId: marker, DeleteMarker: true, DeleteMarkerVersionId: marker },
  ]);
});

test('a bucket is not empty as long as there is a version or a marker', async () => {
  const id = await put('key', 'x');
  const marker = (await remove('key')).VersionId;
  const deleteBucket = () => send().send(new DeleteBucketCommand({ Bucket }));
  expect(await failureOf(deleteBucket())).toMatchObject({
    code: 'BucketNotEmpty',
    message: 'The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
  });
  await remove('key', id);
  expect(await failureOf(deleteBucket())).toMatchObject({ code: 'BucketNotEmpty' });
  await remove('key', marker);
  await deleteBucket();
});

test('a copy is a version too, and an old version can be its source', async () => {
  const first = await put('key', 'one');
  await put('key', 'two');
  const restore = { Bucket, Key: 'key', CopySource: `${Bucket}/key?versionId=${first}` };
  const copied = await send().send(new CopyObjectCommand(restore));
  expect(copied.CopySourceVersionId).toBe(first);
  expect([await textOf('key'), await textOf('key', copied.VersionId)]).toEqual(['one', 'one']);
  expect((await list()).Versions).toHaveLength(3);
  const { VersionId } = await remove('key');
  const ofMarker = { ...restore, CopySource: `${Bucket}/key?versionId=${VersionId}` };
  expect(await failureOf(send().send(new CopyObjectCommand(ofMarker)))).toMatchObject({
    code: 'InvalidRequest',
  });
});

test('a completed multipart upload has a version id', async () => {
  const ask = { Bucket, Key: 'big' };
  const { UploadId } = await send().send(new CreateMultipartUploadCommand(ask));
  const part = { ...ask, UploadId, PartNumber: 1, Body: 'part' };
  const { ETag } = await send().send(new UploadPartCommand(part));
  const MultipartUpload = { Parts: [{ ETag, PartNumber: 1 }] };
  const { VersionId } = await send().send(
    new CompleteMultipartUploadCommand({ ...ask, UploadId, MultipartUpload }),
  );
  expect(await textOf('big', VersionId)).toBe('part');
});

test('a listing: newest first, markers between, dates as seeded', async () => {
  const { store } = under.s3;
  store.put(Bucket, 'a&b', 'one', { lastModified: Date.UTC(2026, 0, 1) });
  store.put(Bucket, 'a&b', { size: 5e12, lastModified: Date.UTC(2026, 0, 2), storageClass: 'GLACIER' });
  store.deleteMarker(Bucket, 'a&b', Date.UTC(2026, 0, 3));
  store.put(Bucket, 'c', 'x', { lastModified: Date.UTC(2026, 0, 4) });
  const page = await list();
  expect(page.Versions).toMatchObject([
    { Key: 'a&b', Size: 5e12, StorageClass: 'GLACIER', IsLatest: false },
    { Key: 'a&b', Size: 3, LastModified: new Date('2026-01-01T00:00:00Z'), IsLatest: false },
    { Key: 'c', Size: 1, IsLatest: true, ETag: '"9dd4e461268c8034f5c8564e155c67a6"' },
  ]);
  expect(page.Versions?.[0]?.Owner?.ID).toMatch(/^[0-9a-f]{64}$/);
  expect(page.DeleteMarkers).toMatchObject([
    { Key: 'a&b', IsLatest: true, LastModified: new Date('2026-01-03T00:00:00Z') },
  ]);
  expect(page).toMatchObject({ IsTruncated: false, KeyMarker: '', VersionIdMarker: '', MaxKeys: 1000 });
});

test('paging goes by key and version, in any page size, with url encoding and a delimiter', async () => {
  const { store } = under.s3;
  for (let i = 0; i < 3; i++) store.put(Bucket, 'docs/a b', `${i}`);
  for (let i = 0; i < 2; i++) store.put(Bucket, 'docs/sub/x', `${i}`);
  store.deleteMarker(Bucket, 'docs/z\u0001');
  const entries: unknown[] = [];
  let markers: Pick<ListObjectVersionsCommandInput, 'KeyMarker' | 'VersionIdMarker'> = {};
  for (;;) {
    const page = await list({ ...markers, MaxKeys: 2, Prefix: 'docs/', Delimiter: '/', EncodingType: 'url' });
    const all = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    entries.push(...all.map(({ Key }) => Key), ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
    if (page.IsTruncated !== true) break;
    markers = {
      KeyMarker: decodeURIComponent((page.NextKeyMarker ?? '').replaceAll('+', ' ')),
      ...(page.NextVersionIdMarker && { VersionIdMarker: page.NextVersionIdMarker }),
    };
  }
  expect(entries).toEqual(['docs/a+b', 'docs/a+b', 'docs/a+b', 'docs/sub/', 'docs/z%01']);
  expect(await failureOf(list({ VersionIdMarker: 'null' }))).toMatchObject({ code: 'InvalidArgument' });
  expect((await list({ KeyMarker: 'docs/a b', Prefix: 'docs/' })).Versions).toHaveLength(2);
});

test('versions have actions of their own', async () => {
  const id = await put('key', 'x');
  const actions = ['s3:GetObjectVersion', 's3:DeleteObjectVersion', 's3:ListBucketVersions'];
  const undo = [...actions, 's3:GetBucketVersioning'].map((action) => under.s3.deny({ action }));
  expect(await textOf('key')).toBe('x');
  const refused = await Promise.all([
    failureOf(get('key', id)),
    failureOf(remove('key', id)),
    failureOf(list()),
    failureOf(send().send(new GetBucketVersioningCommand({ Bucket }))),
  ]);
  for (const [i, { status, message }] of refused.entries()) {
    expect(status).toBe(403);
    expect(message).toContain([...actions, 's3:GetBucketVersioning'][i]);
  }
  const Delete = { Objects: [{ Key: 'key', VersionId: id }] };
  const { Errors } = await send().send(new DeleteObjectsCommand({ Bucket, Delete }));
  expect(Errors).toMatchObject([{ Key: 'key', VersionId: id, Code: 'AccessDenied' }]);
  for (const allow of undo) allow();
});
