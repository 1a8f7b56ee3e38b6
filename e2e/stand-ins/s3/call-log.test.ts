import { afterAll, beforeAll, expect, test } from 'vitest';
import type { S3StandIn } from './start-s3.ts';
import { rawRequest } from './testing/raw-request.ts';
import { startSeededS3, TEMPORARY } from './testing/seeded-stand-in.ts';
import { presign } from './testing/sign.ts';
import { sendSigned } from './testing/signed-request.ts';

let s3: S3StandIn;
beforeAll(async () => {
  ({ s3 } = await startSeededS3());
  s3.store.put('virginia', 'key', 'content');
});
afterAll(() => s3.close());

test('every answer has its ids, and an error repeats them', async () => {
  const response = await rawRequest({ port: s3.port, path: '/' });
  const id = response.headers['x-amz-request-id'] as string;
  expect(id).toMatch(/^[0-9A-F]{16}$/);
  expect(response.body).toContain(
    `<RequestId>${id}</RequestId><HostId>${response.headers['x-amz-id-2'] as string}</HostId>`,
  );
});

test('the log of calls holds neither tokens nor signatures', async () => {
  await sendSigned(s3, { ...TEMPORARY, path: '/virginia/key', headers: { range: 'bytes=0-1' } });
  const host = `127.0.0.1:${s3.port}`;
  const path = presign({ ...TEMPORARY, host, path: '/virginia/key', expires: 60 });
  await rawRequest({ port: s3.port, path });
  const [first, second] = s3.calls.slice(-2);
  expect(first).toMatchObject({
    operation: 'GetObject',
    key: 'key',
    range: 'bytes=0-1',
    status: 206,
    region: 'us-east-1',
  });
  expect(second).toMatchObject({ accessKeyId: TEMPORARY.accessKeyId, query: {}, status: 200 });
  const log = JSON.stringify([first, second]);
  expect(log).not.toContain(TEMPORARY.sessionToken);
  expect(log).not.toContain('X-Amz-');
});
