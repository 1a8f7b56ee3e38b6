import {
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  ListObjectVersionsCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { failureShapes } from './failures.ts';
import type { ListingFault } from './listing-faults.ts';
import { failureOf } from './testing/failure-of.ts';
import { LONG_LIVED, type S3UnderTest, startS3UnderTest, TEMPORARY } from './testing/s3-under-test.ts';
import { signHeaders } from './testing/sign.ts';
import { sendSigned } from './testing/signed-request.ts';

const Bucket = 'virginia';
const KEYS = Array.from({ length: 10 }, (_, i) => `docs/${i}`);
let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest();
  for (const key of KEYS) under.s3.store.put(Bucket, key, { size: 1 });
});
afterAll(() => under.close());
afterEach(() => {
  under.s3.clearFailures();
  under.s3.knobs.listingFaults = {};
  under.s3.knobs.slowDown = undefined;
});

const list = (input: Omit<ListObjectsV2CommandInput, 'Bucket'> = {}) =>
  under.client().send(new ListObjectsV2Command({ Bucket, MaxKeys: 3, ...input }));

function spoil(...faults: ListingFault[]): void {
  under.s3.knobs.listingFaults = { [Bucket]: faults };
}

/** The keys of the first pages by token. */
async function pages(count: number): Promise<{ keys: string; token: string | undefined }[]> {
  const found: { keys: string; token: string | undefined }[] = [];
  let token: string | undefined;
  while (found.length < count) {
    const page = await list(token === undefined ? {} : { ContinuationToken: token });
    token = page.NextContinuationToken;
    found.push({ keys: (page.Contents ?? []).map(({ Key }) => Key?.slice(-1)).join(''), token });
    if (page.IsTruncated !== true) break;
  }
  return found;
}

test('without a fault: four pages', async () => {
  expect((await pages(9)).map(({ keys }) => keys)).toEqual(['012', '345', '678', '9']);
});

test('repeated-token: the second page for ever', async () => {
  spoil('repeated-token');
  const found = await pages(5);
  expect(found.map(({ keys }) => keys)).toEqual(['012', '345', '345', '345', '345']);
  expect(new Set(found.map(({ token }) => token)).size).toBe(1);
});

test('repeated markers of versions', async () => {
  spoil('repeated-token');
  const versions = (KeyMarker?: string, VersionIdMarker?: string) =>
    under.client().send(
      new ListObjectVersionsCommand({
        Bucket,
        MaxKeys: 3,
        ...(KeyMarker && { KeyMarker }),
        ...(VersionIdMarker && { VersionIdMarker }),
      }),
    );
  const first = await versions();
  const second = await versions(first.NextKeyMarker, first.NextVersionIdMarker);
  expect(second).toMatchObject({
    IsTruncated: true,
    NextKeyMarker: first.NextKeyMarker,
    NextVersionIdMarker: 'null',
  });
});

test('duplicated-pages: each twice, by different tokens, and then the end', async () => {
  spoil('duplicated-pages');
  const found = await pages(20);
  expect(found.map(({ keys }) => keys)).toEqual(['012', '012', '345', '345', '678', '678', '9', '9']);
  expect(new Set(found.map(({ token }) => token)).size).toBe(8);
});

test('endless-pages: every key, then empty pages by ever new tokens', async () => {
  spoil('endless-pages');
  const found = await pages(9);
  expect(found.map(({ keys }) => keys)).toEqual(['012', '345', '678', '9', '', '', '', '', '']);
  expect(new Set(found.map(({ token }) => token)).size).toBe(9);
});

test('ignores-encoding-type: raw keys, and no <EncodingType>', async () => {
  under.s3.store.put('ireland', 'a b&<c>\u0001', { size: 1 });
  under.s3.knobs.listingFaults = { ireland: ['ignores-encoding-type'] };
  const query = 'encoding-type=url&list-type=2';
  const { body } = await sendSigned(under.s3, { path: '/ireland', query, region: 'eu-west-1' });
  expect(body).toContain('<Key>a b&amp;&lt;c&gt;&#x1;</Key>');
  expect(body).not.toContain('EncodingType');
});

test('ignores-start-after: the first page whatever is asked; another bucket keeps to it', async () => {
  spoil('ignores-start-after');
  const page = await list({ StartAfter: 'docs/5' });
  expect(page.Contents?.[0]?.Key).toBe('docs/0');
  expect(page.StartAfter).toBeUndefined();
  under.s3.knobs.listingFaults = { ireland: ['ignores-start-after'] };
  expect((await list({ StartAfter: 'docs/5' })).Contents?.[0]?.Key).toBe('docs/6');
});

test('broken-xml: all of the answer, but an element isn’t closed', async () => {
  under.s3.failNext({ operation: 'ListObjectsV2', bucket: Bucket, how: 'broken-xml' });
  const { body, status, headers } = await sendSigned(under.s3, { path: `/${Bucket}`, query: 'list-type=2' });
  expect([status, headers['content-length']]).toEqual([200, String(Buffer.byteLength(body))]);
  expect(body.endsWith('</ListBucketResult>')).toBe(true);
  expect(body.match(/<\/\w/g)?.length).not.toBe(body.match(/<\w/g)?.length);
  under.s3.failNext({ operation: 'ListObjectsV2', how: 'broken-xml' });
  await expect(list()).rejects.toThrow(/XML|tag|pars|Unexpected|Unclosed|Expected/i);
});

test('stall-mid-body and endless-body: an answer that never ends, until the client leaves', async () => {
  const url = `${under.s3.url}/${Bucket}?list-type=2`;
  for (const [how, least] of [
    ['stall-mid-body', 500],
    ['endless-body', 5_000_000],
  ] as const) {
    under.s3.failNext({ operation: 'ListObjectsV2', how });
    const signed = signHeaders({
      ...LONG_LIVED,
      host: `127.0.0.1:${under.s3.port}`,
      path: `/${Bucket}`,
      query: 'list-type=2',
    });
    const leaving = new AbortController();
    const response = await fetch(url, { headers: signed.headers, signal: leaving.signal });
    let received = 0;
    const reading = async () => {
      for await (const piece of response.body ?? []) {
        received += (piece as Uint8Array).length;
        if (received >= least) leaving.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ name: 'AbortError' });
    expect(received).toBeGreaterThanOrEqual(least);
  }
  expect((await list()).KeyCount).toBe(3);
});

test('a failure may be of one bucket, or of one key: renewed credentials then get through', async () => {
  const { accessKeyId } = LONG_LIVED;
  const expired = { how: failureShapes.expiredToken, times: Infinity };
  under.s3.failNext({ operation: '*', bucket: 'ireland', how: failureShapes.internalError });
  under.s3.failNext({ operation: 'ListObjectsV2', accessKeyId, after: 2, ...expired });
  const found: (string | undefined)[] = [];
  const client = under.client();
  const paging = async () => {
    for await (const page of paginateListObjectsV2({ client, pageSize: 3 }, { Bucket })) {
      found.push(...(page.Contents ?? []).map(({ Key }) => Key));
    }
  };
  expect(await failureOf(paging())).toMatchObject({ code: 'ExpiredToken', status: 400 });
  expect(found).toEqual(KEYS.slice(0, 6));
  const renewed = under.client({ credentials: TEMPORARY });
  expect((await renewed.send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(10);
});

test('SlowDown for every third request of a bucket', async () => {
  under.s3.knobs.slowDown = { bucket: Bucket, everyNth: 3 };
  const outcomes: unknown[] = [];
  for (let i = 0; i < 6; i++) outcomes.push(await list().catch((error: Error) => error.name));
  const names = outcomes.map((outcome) => (typeof outcome === 'string' ? outcome : 'ok'));
  expect(names).toEqual(['ok', 'ok', 'SlowDown', 'ok', 'ok', 'SlowDown']);
  const other = under.client({ region: 'eu-west-1' });
  for (let i = 0; i < 3; i++) await other.send(new ListObjectsV2Command({ Bucket: 'ireland' }));
});
