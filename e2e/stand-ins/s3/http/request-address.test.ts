import { afterAll, beforeAll, expect, test } from 'vitest';
import type { S3StandIn } from '../start-s3.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { LONG_LIVED, startSeededS3 } from '../testing/seeded-stand-in.ts';
import { signHeaders } from '../testing/sign.ts';
import { codeOf, sendSigned } from '../testing/signed-request.ts';

let s3: S3StandIn;
beforeAll(async () => {
  ({ s3 } = await startSeededS3());
  s3.store.put('virginia', 'key', 'content');
});
afterAll(() => s3.close());

test('virtual-hosted style: the bucket in the host', async () => {
  const { port } = s3;
  const send = (name: string, path: string) => {
    const { headers } = signHeaders({ ...LONG_LIVED, host: name, path });
    return rawRequest({ port: s3.port, path, headers });
  };
  expect((await send(`virginia.localhost:${port}`, '/key')).body).toBe('content');
  expect((await send(`virginia.s3.localhost:${port}`, '/key')).body).toBe('content');
  expect((await send(`s3.localhost:${port}`, '/virginia/key')).body).toBe('content');
  expect(codeOf(await send(`nowhere.localhost:${port}`, '/key'))).toBe('NoSuchBucket');
});

test('paths are neither normalised nor encoded twice', async () => {
  s3.store.put('virginia', 'a//b/../c', 'dots');
  s3.store.put('virginia', '50%25', 'percent');
  expect((await sendSigned(s3, { path: '/virginia/a//b/../c' })).body).toBe('dots');
  expect((await sendSigned(s3, { path: '/virginia/50%2525' })).body).toBe('percent');
  expect(codeOf(await sendSigned(s3, { path: '/virginia/%ff' }))).toBe('InvalidURI');
});
