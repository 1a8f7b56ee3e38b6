import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  type ChecksumAlgorithm,
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf } from '../testing/failure-of.ts';
import { type S3UnderTest, startS3UnderTest } from '../testing/s3-under-test.ts';

const Bucket = 'virginia';
let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest();
});
afterAll(() => under.close());

const put = (Key: string, Body: string | Readable, input: Partial<PutObjectCommandInput> = {}) =>
  under.client().send(new PutObjectCommand({ Bucket, Key, Body, ...input }));
const get = (Key: string, input: Partial<GetObjectCommandInput> = {}) =>
  under.client().send(new GetObjectCommand({ Bucket, Key, ...input }));
const head = (Key: string) => under.client().send(new HeadObjectCommand({ Bucket, Key }));
const textOf = async (Key: string, input: Partial<GetObjectCommandInput> = {}) =>
  (await get(Key, input)).Body?.transformToString();

test('an object comes back with its bytes, headers, metadata and checksum', async () => {
  const sent = await put('report.csv', 'a,b\n1,2\n', {
    ContentType: 'text/csv',
    CacheControl: 'no-cache',
    ContentDisposition: 'attachment',
    ContentEncoding: 'identity',
    ContentLanguage: 'en',
    StorageClass: 'STANDARD_IA',
    Metadata: { colour: 'teal' },
  });
  const etag = `"${createHash('md5').update('a,b\n1,2\n').digest('hex')}"`;
  expect(sent).toMatchObject({ ETag: etag, ServerSideEncryption: 'AES256', ChecksumType: 'FULL_OBJECT' });
  const expected = {
    ETag: etag,
    ContentLength: 8,
    ContentType: 'text/csv',
    CacheControl: 'no-cache',
    ContentDisposition: 'attachment',
    ContentEncoding: 'identity',
    ContentLanguage: 'en',
    StorageClass: 'STANDARD_IA',
    Metadata: { colour: 'teal' },
    AcceptRanges: 'bytes',
  };
  expect(await head('report.csv')).toMatchObject(expected);
  const got = await get('report.csv');
  expect(got).toMatchObject({ ...expected, ChecksumCRC32: sent.ChecksumCRC32 });
  expect(await got.Body?.transformToString()).toBe('a,b\n1,2\n');
});

test('a stream is taken in chunks with a checksum after it', async () => {
  const bytes = Buffer.alloc(300_000, 'stream ');
  const body = Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)], { objectMode: false });
  const sent = await put('streamed', body, { ContentLength: bytes.length, ContentEncoding: 'gzip' });
  expect(sent.ChecksumCRC32).toMatch(/^.{6}==$/);
  const object = under.s3.store.get(Bucket, 'streamed');
  expect(object?.content.read(0, object.size).equals(bytes)).toBe(true);
  // The transfer coding must not be taken for a coding of the object.
  expect((await head('streamed')).ContentEncoding).toBe('gzip');
});

test.each<ChecksumAlgorithm>(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'])(
  'a %s is checked, kept and given back',
  async (algorithm) => {
    const sent = await put(`sum-${algorithm}`, 'some bytes', { ChecksumAlgorithm: algorithm });
    const field = `Checksum${algorithm}` as 'ChecksumCRC32';
    expect(sent[field]).toBeTruthy();
    // The SDK checks the value against the bytes as it reads them.
    const got = await get(`sum-${algorithm}`);
    expect(got[field]).toBe(sent[field]);
    expect(await got.Body?.transformToString()).toBe('some bytes');
    const zeros = Buffer.alloc(Buffer.from(sent[field] ?? '', 'base64').length).toString('base64');
    const wrong = await failureOf(put(`sum-${algorithm}`, 'other bytes', { [field]: zeros }));
    expect(wrong).toMatchObject({ code: 'BadDigest', status: 400 });
    expect(await textOf(`sum-${algorithm}`)).toBe('some bytes');
  },
);

test('without a checksum from the client S3 makes a CRC64NVME', async () => {
  const plain = under.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  const sent = await plain.send(new PutObjectCommand({ Bucket, Key: 'plain', Body: '123456789' }));
  expect(sent.ChecksumCRC64NVME).toBe(Buffer.from('ae8b14860a799888', 'hex').toString('base64'));
});

test('Content-MD5 is checked', async () => {
  const md5 = (text: string) => createHash('md5').update(text).digest('base64');
  await put('md5', 'right', { ContentMD5: md5('right') });
  expect(await failureOf(put('md5', 'right', { ContentMD5: md5('wrong') }))).toMatchObject({
    code: 'BadDigest',
  });
  expect(await failureOf(put('md5', 'right', { ContentMD5: 'short' }))).toMatchObject({
    code: 'InvalidDigest',
  });
});

test('If-None-Match: * and If-Match guard a write', async () => {
  const { ETag } = await put('guarded', 'first', { IfNoneMatch: '*' });
  const taken = await failureOf(put('guarded', 'second', { IfNoneMatch: '*' }));
  expect(taken).toMatchObject({
    code: 'PreconditionFailed',
    status: 412,
    details: { Condition: 'If-None-Match' },
  });
  await put('guarded', 'third', { IfMatch: ETag });
  expect(await failureOf(put('guarded', 'fourth', { IfMatch: ETag }))).toMatchObject({ status: 412 });
  expect(await failureOf(put('not-there', 'x', { IfMatch: ETag }))).toMatchObject({ code: 'NoSuchKey' });
  expect(await textOf('guarded')).toBe('third');
});

test.each([
  ['bytes=0-4', 'bytes 0-4/10', '01234'],
  ['bytes=7-', 'bytes 7-9/10', '789'],
  ['bytes=-3', 'bytes 7-9/10', '789'],
  ['bytes=-99', 'bytes 0-9/10', '0123456789'],
  ['bytes=8-99', 'bytes 8-9/10', '89'],
])('range %s', async (Range, contentRange, text) => {
  await put('ranged', '0123456789');
  const got = await get('ranged', { Range });
  expect(got).toMatchObject({ ContentRange: contentRange, ContentLength: text.length });
  expect(got.$metadata.httpStatusCode).toBe(206);
  expect(await got.Body?.transformToString()).toBe(text);
});

test.each(['bytes=5-2', 'bytes=a-b', 'bytes=0-1,4-5', 'lines=0-1'])('range %s is ignored', async (Range) => {
  await put('ranged', '0123456789');
  expect(await textOf('ranged', { Range })).toBe('0123456789');
});

test.each(['bytes=10-', 'bytes=-0', 'bytes=99-100'])('range %s is refused', async (Range) => {
  await put('ranged', '0123456789');
  expect(await failureOf(get('ranged', { Range }))).toMatchObject({
    code: 'InvalidRange',
    status: 416,
    details: { ActualObjectSize: '10' },
  });
});

test('conditions on reading', async () => {
  const { ETag } = await put('conditional', 'x');
  const modified = (await head('conditional')).LastModified as Date;
  const earlier = new Date(modified.getTime() - 60_000);
  expect(await textOf('conditional', { IfMatch: ETag })).toBe('x');
  expect(await failureOf(get('conditional', { IfMatch: '"other"' }))).toMatchObject({ status: 412 });
  expect(await failureOf(get('conditional', { IfNoneMatch: ETag }))).toMatchObject({ status: 304 });
  expect(await failureOf(get('conditional', { IfModifiedSince: modified }))).toMatchObject({ status: 304 });
  expect(await textOf('conditional', { IfModifiedSince: earlier })).toBe('x');
  expect(await failureOf(get('conditional', { IfUnmodifiedSince: earlier }))).toMatchObject({ status: 412 });
  // RFC 9110: a true If-Match, or a false If-None-Match, overrules the date beside it.
  expect(await textOf('conditional', { IfMatch: ETag, IfUnmodifiedSince: earlier })).toBe('x');
  expect(await textOf('conditional', { IfNoneMatch: '"other"', IfModifiedSince: modified })).toBe('x');
});

test('response-… parameters overrule stored headers', async () => {
  await put('overruled', 'x', { ContentType: 'text/plain' });
  const got = await get('overruled', {
    ResponseContentType: 'text/html',
    ResponseContentDisposition: 'attachment; filename="a b.txt"',
    ResponseCacheControl: 'max-age=1',
  });
  expect(got).toMatchObject({
    ContentType: 'text/html',
    ContentDisposition: 'attachment; filename="a b.txt"',
    CacheControl: 'max-age=1',
  });
});

test('an archived object shows its class but not its bytes', async () => {
  under.s3.store.put(Bucket, 'old', { size: 9, storageClass: 'DEEP_ARCHIVE' });
  expect(await head('old')).toMatchObject({ StorageClass: 'DEEP_ARCHIVE', ContentLength: 9 });
  expect(await failureOf(get('old'))).toMatchObject({ code: 'InvalidObjectState', status: 403 });
});

test('a made-up object of any size streams', async () => {
  const size = 20_000_003;
  under.s3.store.put(Bucket, 'big', { size });
  const object = under.s3.store.get(Bucket, 'big');
  const bytes = await (await get('big')).Body?.transformToByteArray();
  expect(bytes?.length).toBe(size);
  expect(Buffer.from(bytes ?? []).equals(object?.content.read(0, size) ?? Buffer.alloc(0))).toBe(true);
  under.s3.store.put(Bucket, 'huge', { size: 5_000_000_000_000 });
  const tail = await get('huge', { Range: 'bytes=-5' });
  expect(tail.ContentRange).toBe('bytes 4999999999995-4999999999999/5000000000000');
});

test('a key that is not there: NoSuchKey, or a bare 404 for HEAD', async () => {
  expect(await failureOf(get('missing'))).toMatchObject({ code: 'NoSuchKey', details: { Key: 'missing' } });
  expect(await failureOf(head('missing'))).toMatchObject({ code: 'NotFound', status: 404 });
});

test('limits: metadata of 2 KiB, known storage classes', async () => {
  const big = put('big-metadata', 'x', { Metadata: { note: 'n'.repeat(2100) } });
  expect(await failureOf(big)).toMatchObject({ code: 'MetadataTooLarge', status: 400 });
  const odd = put('odd-class', 'x', { StorageClass: 'COLD' as 'STANDARD' });
  expect(await failureOf(odd)).toMatchObject({ code: 'InvalidStorageClass', status: 400 });
});

test('CopyObject copies bytes and headers, or replaces the headers', async () => {
  await put('source é+ /1', 'copied', { ContentType: 'text/plain', Metadata: { a: '1' } });
  const CopySource = `${Bucket}/${encodeURIComponent('source é+ /1')}`;
  const client = under.client();
  await client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource }));
  expect(await get('copy').then(({ Metadata, ContentType }) => ({ Metadata, ContentType }))).toEqual({
    Metadata: { a: '1' },
    ContentType: 'text/plain',
  });
  const replace = { MetadataDirective: 'REPLACE', Metadata: { b: '2' } } as const;
  await client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource, ...replace }));
  expect((await head('copy')).Metadata).toEqual({ b: '2' });
  expect(await textOf('copy')).toBe('copied');
  const itself = client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/copy` }));
  expect(await failureOf(itself)).toMatchObject({ code: 'InvalidRequest' });
  const nothing = client.send(new CopyObjectCommand({ Bucket, Key: 'x', CopySource: `${Bucket}/missing` }));
  expect(await failureOf(nothing)).toMatchObject({ code: 'NoSuchKey' });
});

test('DeleteObject succeeds whether or not there is anything', async () => {
  await put('doomed', 'x');
  const remove = () => under.client().send(new DeleteObjectCommand({ Bucket, Key: 'doomed' }));
  expect((await remove()).$metadata.httpStatusCode).toBe(204);
  expect((await remove()).$metadata.httpStatusCode).toBe(204);
  expect(under.s3.store.get(Bucket, 'doomed')).toBeUndefined();
});

test('DeleteObjects deletes many, odd keys too, and can be quiet', async () => {
  const keys = ['plain', 'a&b <c> "d"', 'é 🚀', ' spaces '];
  for (const key of keys) under.s3.store.put(Bucket, key, 'x');
  const remove = (Objects: { Key: string }[], Quiet = false) =>
    under.client().send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet } }));
  const loud = await remove(keys.map((Key) => ({ Key })));
  expect(loud.Deleted?.map((deleted) => deleted.Key)).toEqual(keys);
  for (const key of keys) expect(under.s3.store.get(Bucket, key)).toBeUndefined();
  expect((await remove([{ Key: 'never-there' }], true)).Deleted).toBeUndefined();
  const many = Array.from({ length: 1001 }, (_, i) => ({ Key: `k${i}` }));
  expect(await failureOf(remove(many))).toMatchObject({ code: 'MalformedXML', status: 400 });
});

test('what the stand-in does not know it refuses, and never takes for something else', async () => {
  const { GetObjectTorrentCommand, ListBucketAnalyticsConfigurationsCommand } =
    await import('@aws-sdk/client-s3');
  await put('kept', 'x');
  const analytics = under.client().send(new ListBucketAnalyticsConfigurationsCommand({ Bucket }));
  expect(await failureOf(analytics)).toMatchObject({ code: 'NotImplemented', status: 501 });
  const torrent = under.client().send(new GetObjectTorrentCommand({ Bucket, Key: 'kept' }));
  expect(await failureOf(torrent)).toMatchObject({
    code: 'NotImplemented',
    details: { Resource: 'torrent' },
  });
  expect(await textOf('kept')).toBe('x');
});

test('x-amz-expected-bucket-owner must be the owner', async () => {
  await put('owned', 'x');
  expect(await textOf('owned', { ExpectedBucketOwner: '111122223333' })).toBe('x');
  expect(await failureOf(get('owned', { ExpectedBucketOwner: '999999999999' }))).toMatchObject({
    status: 403,
  });
});
