import { createHash, randomBytes } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { failureShapes } from './failures.ts';
import { startS3 } from './start-s3.ts';
import { failureOf } from './testing/failure-of.ts';
import { KnownCredentials } from './testing/known-credentials.ts';
import { LONG_LIVED, type S3UnderTest, startS3UnderTest } from './testing/s3-under-test.ts';

const Bucket = 'virginia';
const BYTES = randomBytes(1_000_000);
let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest();
  under.s3.store.put(Bucket, 'key', BYTES);
});
afterAll(() => under.close());
afterEach(() => {
  under.s3.clearFailures();
  under.s3.knobs.latencyMs = 0;
  under.s3.calls.length = 0;
});

const listBuckets = (maxAttempts = 1) => under.client({ maxAttempts }).send(new ListBucketsCommand());
const list = () => under.client().send(new ListObjectsV2Command({ Bucket }));
const get = async (Key = 'key') => {
  const answer = await under.client().send(new GetObjectCommand({ Bucket, Key }));
  return answer.Body?.transformToByteArray();
};

test.each(Object.values(failureShapes))('a scripted $code', async (how) => {
  under.s3.failNext({ operation: 'ListObjectsV2', how });
  expect(await failureOf(list())).toMatchObject(how);
  await list();
});

test('fails after so many, so many times, and only the operation named', async () => {
  under.s3.failNext({ operation: 'ListObjectsV2', after: 2, times: 2, how: failureShapes.internalError });
  const outcomes: string[] = [];
  for (let i = 0; i < 6; i++) {
    await listBuckets();
    outcomes.push(
      await list().then(
        () => 'ok',
        (error: Error) => error.name,
      ),
    );
  }
  expect(outcomes).toEqual(['ok', 'ok', 'InternalError', 'InternalError', 'ok', 'ok']);
});

test('* is any operation; a request that is not authentic uses nothing up', async () => {
  under.s3.failNext({ operation: '*', how: failureShapes.slowDown });
  const stranger = under.client({ credentials: { ...LONG_LIVED, secretAccessKey: 'wrong' } });
  expect(await failureOf(stranger.send(new ListBucketsCommand()))).toMatchObject({
    code: 'SignatureDoesNotMatch',
  });
  expect(await failureOf(listBuckets())).toMatchObject({ code: 'SlowDown', status: 503 });
});

test('the SDK gets through SlowDown by trying again', async () => {
  under.s3.failNext({ operation: 'ListBuckets', how: failureShapes.slowDown });
  await listBuckets(2);
  expect(under.s3.calls.map((call) => call.status)).toEqual([503, 200]);
});

test('reset: nothing is answered and nothing done', async () => {
  under.s3.failNext({ operation: 'PutObject', how: 'reset' });
  const put = () => under.client().send(new PutObjectCommand({ Bucket, Key: 'reset', Body: 'x' }));
  await expect(put()).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(under.s3.store.get(Bucket, 'reset')).toBeUndefined();
  await put();
  expect(under.s3.store.get(Bucket, 'reset')?.size).toBe(1);
});

test('lost-answer: done, but the client never hears of it', async () => {
  under.s3.failNext({ operation: 'DeleteObject', how: 'lost-answer' });
  under.s3.store.put(Bucket, 'doomed', 'x');
  const remove = under.client().send(new DeleteObjectCommand({ Bucket, Key: 'doomed' }));
  await expect(remove).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(under.s3.store.get(Bucket, 'doomed')).toBeUndefined();
});

test('reset-mid-body of a download: half the bytes, then an error', async () => {
  under.s3.failNext({ operation: 'GetObject', how: 'reset-mid-body' });
  const { Body, ContentLength } = await under.client().send(new GetObjectCommand({ Bucket, Key: 'key' }));
  expect(ContentLength).toBe(BYTES.length);
  const received: Buffer[] = [];
  const reading = async () => {
    for await (const piece of Body as AsyncIterable<Buffer>) received.push(piece);
  };
  await expect(reading()).rejects.toThrow(/aborted|ECONNRESET/);
  const bytes = Buffer.concat(received);
  expect(bytes.length).toBeLessThanOrEqual(BYTES.length / 2);
  expect(bytes.equals(BYTES.subarray(0, bytes.length))).toBe(true);
});

test('reset-mid-body of an upload: nothing is stored', async () => {
  under.s3.failNext({ operation: 'PutObject', how: 'reset-mid-body' });
  const put = under.client().send(new PutObjectCommand({ Bucket, Key: 'half', Body: BYTES }));
  await expect(put).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) as string });
  expect(under.s3.store.get(Bucket, 'half')).toBeUndefined();
});

test('truncate: half the body in a well-formed answer; XML that breaks off', async () => {
  under.s3.failNext({ operation: 'GetObject', how: 'truncate' });
  expect((await get())?.length).toBe(BYTES.length / 2);
  under.s3.failNext({ operation: 'ListBuckets', how: 'truncate' });
  await expect(listBuckets()).rejects.toThrow(/XML|tag|pars|Unexpected|Unclosed/i);
  await listBuckets();
});

test('garbage: wrong bytes of the right length; a captive portal instead of XML', async () => {
  under.s3.failNext({ operation: 'GetObject', how: 'garbage' });
  const wrong = await get();
  expect(wrong?.length).toBe(BYTES.length);
  expect(Buffer.from(wrong ?? []).equals(BYTES)).toBe(false);
  under.s3.failNext({ operation: 'ListBuckets', how: 'garbage' });
  const answer = await listBuckets().catch((error: Error) => error);
  expect(answer).not.toHaveProperty('Buckets.0');
});

test('garbage is found out by the SDK where the object has a checksum', async () => {
  await under.client().send(new PutObjectCommand({ Bucket, Key: 'summed', Body: BYTES }));
  expect(
    createHash('md5')
      .update((await get('summed')) ?? '')
      .digest('hex'),
  ).toBe(createHash('md5').update(BYTES).digest('hex'));
  under.s3.failNext({ operation: 'GetObject', how: 'garbage' });
  await expect(get('summed')).rejects.toThrow(/[Cc]hecksum mismatch/);
});

test('a delay and the latency knob hold answers back', async () => {
  const timed = async () => {
    const start = performance.now();
    await listBuckets();
    return performance.now() - start;
  };
  under.s3.failNext({ operation: 'ListBuckets', how: { delayMs: 80 } });
  expect(await timed()).toBeGreaterThanOrEqual(79);
  under.s3.knobs.latencyMs = 60;
  expect(await timed()).toBeGreaterThanOrEqual(59);
});

test('closing cuts requests that are being held back', async () => {
  const credentials = new KnownCredentials();
  credentials.set(LONG_LIVED.accessKeyId, { ...LONG_LIVED, accountId: '111122223333', roleName: '' });
  const s3 = await startS3({ credentials, knobs: { latencyMs: 3_600_000 } });
  const waiting = under.client({ endpoint: s3.url }).send(new ListBucketsCommand());
  const outcome = waiting.catch((error: unknown) => error);
  await expect.poll(() => s3.calls.length).toBe(1);
  await s3.close();
  expect(await outcome).toMatchObject({ code: 'ECONNRESET' });
});
