import { afterAll, beforeAll, expect, test } from 'vitest';
import type { S3StandIn } from '../start-s3.ts';
import type { KnownCredentials } from '../testing/known-credentials.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { LONG_LIVED, PRODUCTION, startSeededS3, TEMPORARY } from '../testing/seeded-stand-in.ts';
import { presign, type SignInput } from '../testing/sign.ts';
import { codeOf } from '../testing/signed-request.ts';

let s3: S3StandIn;
let credentials: KnownCredentials;
let host: string;
/** The stand-in's clock, ahead of the real one by so much. */
let skew = 0;
beforeAll(async () => {
  ({ s3, credentials } = await startSeededS3({ now: () => Date.now() + skew }));
  host = `127.0.0.1:${s3.port}`;
  s3.store.put('virginia', 'key', 'content');
});
afterAll(() => s3.close());

test('a presigned URL works for its time, for its method and as it is', async () => {
  const { port } = s3;
  const sign = (input: Partial<SignInput> = {}) =>
    presign({ ...TEMPORARY, host, path: '/virginia/key', expires: 60, ...input });
  const fetchPath = (path: string, method = 'GET') => rawRequest({ port, path, method });
  expect((await fetchPath(sign())).body).toBe('content');
  expect(
    (await fetchPath(sign({ query: 'response-content-type=text%2Fhtml' }))).headers['content-type'],
  ).toBe('text/html');
  expect(codeOf(await fetchPath(sign().replace('/key', '/other')))).toBe('SignatureDoesNotMatch');
  expect(codeOf(await fetchPath(sign().replace('Expires=60', 'Expires=61')))).toBe('SignatureDoesNotMatch');
  expect((await fetchPath(sign(), 'HEAD')).status).toBe(403);
  const late = await fetchPath(sign({ at: new Date(Date.now() - 61_000) }));
  expect([late.status, codeOf(late)]).toEqual([403, 'AccessDenied']);
  expect(late.body).toMatch(/<Message>Request has expired<\/Message><X-Amz-Expires>60</);
  expect((await fetchPath(sign({ at: new Date(Date.now() - 58_000) }))).body).toBe('content');
});

test('a presigned URL ends with the session that signed it', async () => {
  const session = { accessKeyId: 'ASIASHORT', secretAccessKey: 's', sessionToken: 't' };
  const role = { accountId: PRODUCTION, roleName: 'Developer' };
  credentials.set('ASIASHORT', { ...session, ...role, expiresAt: Date.now() + 30_000 });
  const path = presign({ ...session, host, path: '/virginia/key', expires: 3600 });
  expect((await rawRequest({ port: s3.port, path })).body).toBe('content');
  skew = 31_000;
  expect(codeOf(await rawRequest({ port: s3.port, path }))).toBe('ExpiredToken');
  skew = 0;
});

test('a presigned URL lives a week at most and needs all its parameters', async () => {
  const path = (expires: number) => presign({ ...LONG_LIVED, host, path: '/virginia/key', expires });
  const code = async (target: string) => codeOf(await rawRequest({ port: s3.port, path: target }));
  expect(await code(path(604_800))).toBeUndefined();
  expect(await code(path(604_801))).toBe('AuthorizationQueryParametersError');
  expect(await code(path(60).replace(/&X-Amz-Date=\w+/, ''))).toBe('AuthorizationQueryParametersError');
});
