import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  type CompletedPart,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { computeChecksum } from '../payload/checksum.ts';
import { failureOf } from '../testing/failure-of.ts';
import { type S3UnderTest, startS3UnderTest } from '../testing/s3-under-test.ts';

const Bucket = 'virginia';
let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest({ knobs: { minPartSize: 5 } });
});
afterAll(() => under.close());
beforeEach(() => under.s3.store.bucket(Bucket).uploads.clear());

async function begin(Key: string, input: Partial<CreateMultipartUploadCommandInput> = {}): Promise<string> {
  const created = await under.client().send(new CreateMultipartUploadCommand({ Bucket, Key, ...input }));
  return created.UploadId as string;
}

async function send(Key: string, UploadId: string, PartNumber: number, Body: string): Promise<CompletedPart> {
  const sent = await under.client().send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
  return { PartNumber, ETag: sent.ETag, ...(sent.ChecksumCRC32 && { ChecksumCRC32: sent.ChecksumCRC32 }) };
}

const complete = (Key: string, UploadId: string, Parts: CompletedPart[], input = {}) =>
  under
    .client()
    .send(
      new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts }, ...input }),
    );

test('parts sent in any order, one of them twice, become one object', async () => {
  const UploadId = await begin('joined', {
    ContentType: 'text/plain',
    Metadata: { n: '1' },
    StorageClass: 'STANDARD_IA',
  });
  const third = await send('joined', UploadId, 30, 'end');
  await send('joined', UploadId, 1, 'wrong');
  const second = await send('joined', UploadId, 2, 'middle ');
  const first = await send('joined', UploadId, 1, 'start ');
  const done = await complete('joined', UploadId, [first, second, third]);
  const digests = ['start ', 'middle ', 'end'].map((text) => createHash('md5').update(text).digest());
  expect(done.ETag).toBe(`"${createHash('md5').update(Buffer.concat(digests)).digest('hex')}-3"`);
  const got = await under.client().send(new GetObjectCommand({ Bucket, Key: 'joined' }));
  expect(got).toMatchObject({ ContentType: 'text/plain', Metadata: { n: '1' }, StorageClass: 'STANDARD_IA' });
  expect(await got.Body?.transformToString()).toBe('start middle end');
  expect(under.s3.store.bucket(Bucket).uploads.size).toBe(0);
  const part = await under.client().send(new HeadObjectCommand({ Bucket, Key: 'joined', PartNumber: 2 }));
  expect(part).toMatchObject({ ContentLength: 7, PartsCount: 3 });
});

test('a composite CRC32 and a full one', async () => {
  const composite = await begin('composite', { ChecksumAlgorithm: 'CRC32' });
  const parts = [
    await send('composite', composite, 1, 'first'),
    await send('composite', composite, 2, 'second'),
  ];
  expect(await complete('composite', composite, parts)).toMatchObject({
    ChecksumType: 'COMPOSITE',
    ChecksumCRC32: expect.stringMatching(/-2$/) as string,
  });
  const full = await begin('full', { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
  const fullParts = [await send('full', full, 1, 'first'), await send('full', full, 2, 'second')];
  const ChecksumCRC32 = computeChecksum('CRC32', [Buffer.from('firstsecond')]);
  const wrong = { ChecksumCRC32: 'AAAAAA==', ChecksumType: 'FULL_OBJECT' };
  expect(await failureOf(complete('full', full, fullParts, wrong))).toMatchObject({ code: 'BadDigest' });
  const done = await complete('full', full, fullParts, { ChecksumCRC32, ChecksumType: 'FULL_OBJECT' });
  expect(done).toMatchObject({ ChecksumCRC32, ChecksumType: 'FULL_OBJECT' });
});

test('completing checks order, parts and sizes', async () => {
  const UploadId = await begin('checked');
  const one = await send('checked', UploadId, 1, 'tiny');
  const two = await send('checked', UploadId, 2, 'enough bytes');
  const code = async (parts: CompletedPart[], input = {}) =>
    (await failureOf(complete('checked', UploadId, parts, input))).code;
  expect(await code([two, one])).toBe('InvalidPartOrder');
  expect(await code([two, two])).toBe('InvalidPartOrder');
  expect(await code([two, { PartNumber: 3, ETag: two.ETag }])).toBe('InvalidPart');
  expect(await code([{ ...two, ETag: one.ETag }])).toBe('InvalidPart');
  expect(await code([one, two])).toBe('EntityTooSmall');
  expect(await code([])).toBe('MalformedXML');
  expect(await code([two], { MpuObjectSize: 1 })).toBe('InvalidRequest');
  expect(await complete('checked', UploadId, [two], { MpuObjectSize: 12 })).toMatchObject({ Key: 'checked' });
  expect(await code([two])).toBe('NoSuchUpload');
});

test('part numbers run from 1 to 10,000', async () => {
  const UploadId = await begin('numbers');
  for (const number of [0, 10_001]) {
    expect(await failureOf(send('numbers', UploadId, number, 'x'))).toMatchObject({
      code: 'InvalidArgument',
    });
  }
  await send('numbers', UploadId, 10_000, 'x');
});

test('an aborted upload is gone', async () => {
  const UploadId = await begin('aborted');
  const part = await send('aborted', UploadId, 1, 'bytes');
  const abort = () =>
    under.client().send(new AbortMultipartUploadCommand({ Bucket, Key: 'aborted', UploadId }));
  expect((await abort()).$metadata.httpStatusCode).toBe(204);
  expect(await failureOf(abort())).toMatchObject({ code: 'NoSuchUpload', status: 404 });
  expect(await failureOf(complete('aborted', UploadId, [part]))).toMatchObject({ code: 'NoSuchUpload' });
  expect(under.s3.store.get(Bucket, 'aborted')).toBeUndefined();
});

test('ListParts pages', async () => {
  const UploadId = await begin('parts', { ChecksumAlgorithm: 'CRC32' });
  for (const number of [5, 1, 3]) await send('parts', UploadId, number, `part ${number}`);
  const list = (input = {}) =>
    under.client().send(new ListPartsCommand({ Bucket, Key: 'parts', UploadId, ...input }));
  const first = await list({ MaxParts: 2 });
  expect(first).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '3', ChecksumAlgorithm: 'CRC32' });
  expect(first.Parts?.map((part) => [part.PartNumber, part.Size])).toEqual([
    [1, 6],
    [3, 6],
  ]);
  expect(first.Parts?.[0]?.ChecksumCRC32).toBe(computeChecksum('CRC32', [Buffer.from('part 1')]));
  const rest = await list({ PartNumberMarker: first.NextPartNumberMarker });
  expect(rest.Parts?.map((part) => part.PartNumber)).toEqual([5]);
  expect(rest.IsTruncated).toBe(false);
});

test('ListMultipartUploads sorts, filters, rolls up and pages', async () => {
  const ids: Record<string, string> = {};
  for (const key of ['z', 'docs/2', 'a', 'docs/1']) ids[key] = await begin(key);
  const list = (input = {}) => under.client().send(new ListMultipartUploadsCommand({ Bucket, ...input }));
  expect((await list()).Uploads?.map((upload) => upload.Key)).toEqual(['a', 'docs/1', 'docs/2', 'z']);
  expect((await list({ Prefix: 'docs/' })).Uploads?.map((upload) => upload.UploadId)).toEqual([
    ids['docs/1'],
    ids['docs/2'],
  ]);
  const rolled = await list({ Delimiter: '/', MaxUploads: 2 });
  expect(rolled).toMatchObject({ IsTruncated: true, CommonPrefixes: [{ Prefix: 'docs/' }] });
  const rest = await list({ Delimiter: '/', KeyMarker: rolled.NextKeyMarker });
  expect(rest.Uploads?.map((upload) => upload.Key)).toEqual(['z']);
  const page = await list({ MaxUploads: 1 });
  const second = await list({
    KeyMarker: page.NextKeyMarker,
    UploadIdMarker: page.NextUploadIdMarker,
    MaxUploads: 1,
  });
  expect(second.Uploads?.map((upload) => upload.Key)).toEqual(['docs/1']);
});

test('several uploads of one key are kept apart and paged apart', async () => {
  const ids = [await begin('same'), await begin('same')];
  const list = (input = {}) => under.client().send(new ListMultipartUploadsCommand({ Bucket, ...input }));
  const first = await list({ MaxUploads: 1 });
  const second = await list({ KeyMarker: first.NextKeyMarker, UploadIdMarker: first.NextUploadIdMarker });
  const found = [...(first.Uploads ?? []), ...(second.Uploads ?? [])].map((upload) => upload.UploadId);
  expect(new Set(found)).toEqual(new Set(ids));
  const skipped = await list({ KeyMarker: 'same' });
  expect(skipped.Uploads).toBeUndefined();
});

test('a seeded upload can be looked at, completed and aborted like any other', async () => {
  const initiated = Date.UTC(2026, 8, 1);
  const seeded = under.s3.store.startUpload(Bucket, 'left', { initiated, partSizes: [8, 3] });
  const client = under.client();
  const { Uploads } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
  expect(Uploads).toMatchObject([
    { Key: 'left', UploadId: seeded.uploadId, Initiated: new Date(initiated), StorageClass: 'STANDARD' },
  ]);
  const ask = { Bucket, Key: 'left', UploadId: seeded.uploadId };
  const { Parts } = await client.send(new ListPartsCommand(ask));
  expect(Parts?.map((part) => part.Size)).toEqual([8, 3]);
  await complete('left', seeded.uploadId, Parts ?? []);
  expect(under.s3.store.get(Bucket, 'left')?.size).toBe(11);
  const again = under.s3.store.startUpload(Bucket, 'left', { initiated });
  await client.send(new AbortMultipartUploadCommand({ ...ask, UploadId: again.uploadId }));
  expect(under.s3.store.bucket(Bucket).uploads.size).toBe(0);
});
