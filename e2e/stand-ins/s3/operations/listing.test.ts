import {
  ListObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  paginateListObjectsV2,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { compareKeys } from '../store/key-order.ts';
import { anyText } from '../testing/any-text.ts';
import { failureOf } from '../testing/failure-of.ts';
import { type S3UnderTest, startS3UnderTest } from '../testing/s3-under-test.ts';

const Bucket = 'virginia';
let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest();
});
afterAll(() => under.close());
beforeEach(() => {
  const { objects } = under.s3.store.bucket(Bucket);
  for (const { key } of Array.from(objects.values())) objects.delete(key);
});

function seed(...keys: string[]): void {
  for (const key of keys)
    under.s3.store.put(Bucket, key, { size: key.length, lastModified: Date.UTC(2026, 0, 1) });
}

async function list(input: Omit<ListObjectsV2CommandInput, 'Bucket'> = {}) {
  const page = await under.client().send(new ListObjectsV2Command({ Bucket, ...input }));
  return {
    ...page,
    keys: (page.Contents ?? []).map((object) => object.Key),
    groups: (page.CommonPrefixes ?? []).map((group) => group.Prefix),
  };
}

test('an entry has all that S3 gives, the owner only on request', async () => {
  under.s3.store.put(Bucket, 'archive.zip', {
    size: 12,
    lastModified: Date.UTC(2026, 0, 1),
    storageClass: 'GLACIER',
  });
  await under.client().send(new PutObjectCommand({ Bucket, Key: 'b', Body: 'bytes' }));
  const { Contents: plain } = await list();
  expect(plain?.[0]).toEqual({
    Key: 'archive.zip',
    Size: 12,
    ETag: expect.stringMatching(/^"[0-9a-f]{32}-1"$/) as string,
    LastModified: new Date('2026-01-01T00:00:00Z'),
    StorageClass: 'GLACIER',
  });
  expect(plain?.[1]).toMatchObject({
    ETag: '"4b3a6218bb3e3a7303e8a171a60fcf92"',
    ChecksumAlgorithm: ['CRC32'],
    ChecksumType: 'FULL_OBJECT',
  });
  const owned = await list({ FetchOwner: true });
  expect(owned.Contents?.[0]?.Owner?.ID).toMatch(/^[0-9a-f]{64}$/);
});

test('keys stand in the order of their UTF-8 bytes', async () => {
  seed('b', 'a', 'B', 'Ａ', '🌸', 'é', '~', '!', 'a/b', 'a-b');
  expect((await list()).keys).toEqual(['!', 'B', 'a', 'a-b', 'a/b', 'b', '~', 'é', 'Ａ', '🌸']);
});

test('rolls keys up at a delimiter, and counts a common prefix once toward max-keys', async () => {
  seed('a.txt', 'docs/1', 'docs/2', 'docs/sub/3', 'pics/1', 'z.txt');
  const first = await list({ Delimiter: '/', MaxKeys: 2 });
  expect(first).toMatchObject({
    keys: ['a.txt'],
    groups: ['docs/'],
    KeyCount: 2,
    MaxKeys: 2,
    IsTruncated: true,
  });
  const second = await list({ Delimiter: '/', MaxKeys: 2, ContinuationToken: first.NextContinuationToken });
  expect(second).toMatchObject({ keys: ['z.txt'], groups: ['pics/'], IsTruncated: false });
  expect(second.NextContinuationToken).toBeUndefined();
  expect(await list({ Delimiter: '/', Prefix: 'docs/' })).toMatchObject({
    keys: ['docs/1', 'docs/2'],
    groups: ['docs/sub/'],
    Prefix: 'docs/',
    Delimiter: '/',
  });
});

test('start-after skips keys up to it, but not the common prefix it lies in', async () => {
  seed('a', 'docs/1', 'docs/2', 'z');
  expect((await list({ StartAfter: 'docs/1' })).keys).toEqual(['docs/2', 'z']);
  expect(await list({ StartAfter: 'docs/1', Delimiter: '/' })).toMatchObject({
    groups: ['docs/'],
    keys: ['z'],
  });
  expect(await list({ StartAfter: 'docs/2', Delimiter: '/' })).toMatchObject({ groups: [], keys: ['z'] });
});

test('max-keys: none for 0, a thousand at most', async () => {
  seed(...Array.from({ length: 1001 }, (_, i) => `k${i}`));
  expect(await list({ MaxKeys: 0 })).toMatchObject({ keys: [], KeyCount: 0, IsTruncated: false });
  expect(await list({ MaxKeys: 5000 })).toMatchObject({ KeyCount: 1000, MaxKeys: 1000, IsTruncated: true });
  expect(await failureOf(list({ MaxKeys: -1 }))).toMatchObject({
    code: 'InvalidArgument',
    details: { ArgumentName: 'max-keys', ArgumentValue: '-1' },
  });
});

test('refuses a made-up continuation token and an unknown encoding', async () => {
  expect(await failureOf(list({ ContinuationToken: 'docs/' }))).toMatchObject({ code: 'InvalidArgument' });
  const unknown = under.client().send(new ListObjectsV2Command({ Bucket, EncodingType: 'base64' as 'url' }));
  expect(await failureOf(unknown)).toMatchObject({ code: 'InvalidArgument', status: 400 });
});

test('encoding-type=url carries keys that XML cannot', async () => {
  seed('tab\there', 'bell\u0007', 'a b+c&<>', 'new\nline\r', 'x/\u0001/y');
  const page = await list({ EncodingType: 'url', Delimiter: '/' });
  expect(page.keys).toEqual(['a+b%2Bc%26%3C%3E', 'bell%07', 'new%0Aline%0D', 'tab%09here']);
  expect(page).toMatchObject({ groups: ['x/'], EncodingType: 'url', Delimiter: '/' });
});

test('any key put is the key listed', async () => {
  const client = under.client();
  const odd = [
    ' ',
    ' leading and trailing ',
    '/',
    '//',
    '/leading',
    'a//b',
    'trailing/',
    '.',
    '..',
    '../up',
    'a/../b',
    'a/./b',
    '%',
    '%2F',
    'a%20b',
    'a+b c',
    '?query=1',
    '#fragment',
    'q"u\'o<t>e&s;',
    "!*'();:@&=+$,?#[]",
    '日本語/ファイル.txt',
    '👩‍👩‍👧🚀',
    'e\u0301 and \u00e9',
    '\u0000\u0001\u001f\u007f',
    'x'.repeat(1024),
    '🌸'.repeat(256),
    ...fc.sample(anyText({ minLength: 1, maxLength: 30 }), 40),
  ];
  for (const Key of odd) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  const listed = await list({ EncodingType: 'url' });
  const decoded = listed.keys.map((key) => decodeURIComponent((key ?? '').replaceAll('+', ' ')));
  expect(decoded).toEqual([...new Set(odd)].sort(compareKeys));
});

test('a key of 1,025 bytes is too long', async () => {
  const sent = under.client().send(new PutObjectCommand({ Bucket, Key: 'é'.repeat(512) + 'x', Body: '' }));
  expect(await failureOf(sent)).toMatchObject({ code: 'KeyTooLongError', status: 400 });
});

test('the SDK’s paginator goes through everything, whatever the page size', async () => {
  const keys = Array.from({ length: 250 }, (_, i) => `${i % 7}/é ${i}`).sort(compareKeys);
  seed(...keys);
  const client = under.client();
  for (const pageSize of [7, 249, 250, 1000]) {
    const found: (string | undefined)[] = [];
    for await (const page of paginateListObjectsV2({ client, pageSize }, { Bucket })) {
      found.push(...(page.Contents ?? []).map((object) => object.Key));
    }
    expect(found).toEqual(keys);
  }
});

test('the first version pages by marker, and names the next one only with a delimiter', async () => {
  seed('a', 'docs/1', 'docs/2', 'pics/1', 'z');
  const client = under.client();
  const flat = await client.send(new ListObjectsCommand({ Bucket, MaxKeys: 2 }));
  expect(flat.Contents?.map((object) => object.Key)).toEqual(['a', 'docs/1']);
  expect(flat.Contents?.[0]?.Owner?.ID).toMatch(/^[0-9a-f]{64}$/);
  expect(flat).toMatchObject({ IsTruncated: true, Marker: '' });
  expect(flat.NextMarker).toBeUndefined();
  const rolled = await client.send(new ListObjectsCommand({ Bucket, MaxKeys: 2, Delimiter: '/' }));
  expect(rolled).toMatchObject({ NextMarker: 'docs/', CommonPrefixes: [{ Prefix: 'docs/' }] });
  const rest = await client.send(
    new ListObjectsCommand({ Bucket, Delimiter: '/', Marker: rolled.NextMarker }),
  );
  expect(rest.CommonPrefixes).toEqual([{ Prefix: 'pics/' }]);
  expect(rest.Contents?.map((object) => object.Key)).toEqual(['z']);
});

test('a bucket that is not there cannot be listed', async () => {
  const sent = under.client().send(new ListObjectsV2Command({ Bucket: 'nowhere' }));
  expect(await failureOf(sent)).toMatchObject({ code: 'NoSuchBucket', status: 404 });
});
