import { ListBucketsCommand, type S3Client } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { failureOf } from '../testing/failure-of.ts';
import { rawRequest } from '../testing/raw-request.ts';
import {
  LONG_LIVED,
  PRODUCTION,
  type S3UnderTest,
  startS3UnderTest,
  TEMPORARY,
} from '../testing/s3-under-test.ts';
import { type SignInput, signHeaders } from '../testing/sign.ts';
import { codeOf, sendSigned } from '../testing/signed-request.ts';
import { formatAmzDate } from './amz-date.ts';

let under: S3UnderTest;
let host: string;
/** The stand-in's clock, ahead of the real one by so much. */
let skew = 0;
beforeAll(async () => {
  under = await startS3UnderTest({ now: () => Date.now() + skew });
  host = `127.0.0.1:${under.s3.port}`;
  under.s3.store.put('virginia', 'key', 'content');
});
afterAll(() => under.close());
afterEach(() => {
  skew = 0;
});

const list = (client: S3Client) => client.send(new ListBucketsCommand());

test('takes long-lived and temporary credentials', async () => {
  await list(under.client());
  await list(under.client({ credentials: TEMPORARY }));
  expect(under.s3.calls.slice(-2)).toMatchObject([
    { accessKeyId: LONG_LIVED.accessKeyId, status: 200 },
    { accessKeyId: TEMPORARY.accessKeyId, accountId: PRODUCTION, roleName: 'Developer', status: 200 },
  ]);
});

test('a wrong secret: SignatureDoesNotMatch, with what was to be signed', async () => {
  const refused = await failureOf(
    list(under.client({ credentials: { ...LONG_LIVED, secretAccessKey: 'wrong' } })),
  );
  expect(refused).toMatchObject({
    code: 'SignatureDoesNotMatch',
    status: 403,
    details: { AWSAccessKeyId: LONG_LIVED.accessKeyId },
  });
  expect(refused.details.StringToSign).toMatch(
    /^AWS4-HMAC-SHA256\n\d{8}T\d{6}Z\n\d{8}\/us-east-1\/s3\/aws4_request\n/,
  );
  expect(refused.details.CanonicalRequest).toContain('\nhost:127.0.0.1:');
});

test('unknown keys, missing, wrong and needless tokens', async () => {
  const { accessKeyId, secretAccessKey } = TEMPORARY;
  const code = async (credentials: {
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken?: string;
  }) => {
    const { code, status } = await failureOf(list(under.client({ credentials })));
    return `${status} ${code}`;
  };
  expect(await code({ accessKeyId: 'AKIANOBODY', secretAccessKey: 'x' })).toBe('403 InvalidAccessKeyId');
  expect(await code({ accessKeyId, secretAccessKey })).toBe('403 InvalidAccessKeyId');
  expect(await code({ accessKeyId, secretAccessKey, sessionToken: 'other' })).toBe('400 InvalidToken');
  expect(await code({ ...LONG_LIVED, sessionToken: 'needless' })).toBe('400 InvalidToken');
});

test('credentials work up to the moment they expire', async () => {
  const expiring = { accessKeyId: 'ASIAEXPIRING', secretAccessKey: 's', sessionToken: 't' };
  const expiresAt = Date.now() + 600_000;
  under.credentials.set('ASIAEXPIRING', {
    ...expiring,
    expiresAt,
    accountId: PRODUCTION,
    roleName: 'Developer',
  });
  await list(under.client({ credentials: expiring }));
  skew = 600_000;
  expect(await failureOf(list(under.client({ credentials: expiring })))).toMatchObject({
    code: 'ExpiredToken',
    status: 400,
    details: { 'Token-0': 't' },
  });
});

test.each([
  [14 * 60_000, true],
  [-14 * 60_000, true],
  [16 * 60_000, false],
  [-16 * 60_000, false],
])('a clock %i ms apart is accepted: %s', async (apart, isAccepted) => {
  skew = apart;
  // Signed without the SDK, which would set its clock by the answer's date and go on unharmed.
  const response = await sendSigned(under.s3, { path: '/' });
  expect(codeOf(response)).toBe(isAccepted ? undefined : 'RequestTimeTooSkewed');
  expect(Math.abs(Date.parse(response.headers.date ?? '') - Date.now() - apart)).toBeLessThan(5000);
});

test('the SDK learns the right time from the refusal', async () => {
  skew = 60 * 60_000;
  await list(under.client({ maxAttempts: 2 }));
  expect(under.s3.calls.slice(-2).map((call) => call.code)).toEqual(['RequestTimeTooSkewed', undefined]);
});

test('anonymous requests and other schemes are refused', async () => {
  const { port } = under.s3;
  const anonymous = await rawRequest({ port, path: '/virginia/key' });
  expect([anonymous.status, codeOf(anonymous)]).toEqual([403, 'AccessDenied']);
  const version2 = await rawRequest({ port, path: '/', headers: { authorization: 'AWS AKIA:c2ln' } });
  expect([version2.status, codeOf(version2)]).toEqual([400, 'InvalidRequest']);
});

test.each<[string, Partial<SignInput>]>([
  ['the method', { method: 'DELETE' }],
  ['the path', { path: '/virginia/other' }],
  ['the query', { query: 'partNumber=2' }],
  ['a signed header', { headers: { range: 'bytes=0-1' } }],
  ['the date', { headers: { 'x-amz-date': formatAmzDate(Date.now() - 600_000) } }],
  ['the host', { headers: { host: 'localhost' } }],
])('a change to %s breaks the signature', async (_, change) => {
  const original = { path: '/virginia/key', query: 'partNumber=1', headers: { range: 'bytes=0-3' } };
  expect((await sendSigned(under.s3, original)).status).toBe(206);
  expect(codeOf(await sendSigned(under.s3, original, change))).toBe('SignatureDoesNotMatch');
});

test('every x-amz- header must be signed', async () => {
  const response = await sendSigned(
    under.s3,
    { path: '/virginia/key' },
    { headers: { 'x-amz-meta-added': '1' } },
  );
  expect([response.status, codeOf(response)]).toEqual([403, 'AccessDenied']);
  expect(response.body).toContain('<HeadersNotSigned>x-amz-meta-added</HeadersNotSigned>');
});

test('any path and any query that is signed properly is accepted', async () => {
  const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const byBytes = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.dictionary(part, part),
      async (key, query) => {
        const path = `/virginia/nothing-here/${key.map(encode).join('/')}`;
        const pairs = Object.entries(query).map(
          ([name, value]) => [`x${encode(name)}`, encode(value)] as const,
        );
        const sorted = pairs.toSorted(([a], [b]) => byBytes(a, b)).map(([name, value]) => `${name}=${value}`);
        const response = await sendSigned(under.s3, { path, query: sorted.join('&') });
        expect(codeOf(response)).toBe('NoSuchKey');
      },
    ),
    { numRuns: 60 },
  );
});

test('header values are trimmed and their blanks folded', async () => {
  const { headers } = signHeaders({
    ...LONG_LIVED,
    host,
    path: '/virginia/key',
    headers: { 'x-amz-meta-a': 'one two' },
  });
  const spaced = { ...headers, 'x-amz-meta-a': '  one    two ' };
  expect((await rawRequest({ port: under.s3.port, path: '/virginia/key', headers: spaced })).status).toBe(
    200,
  );
});

test.each([
  ['AWS4-HMAC-SHA256 Credential=x', 'AuthorizationHeaderMalformed'],
  ['AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0', 'AuthorizationHeaderMalformed'],
  [
    'AWS4-HMAC-SHA256 Credential=a/20260101/r/ec2/aws4_request, SignedHeaders=host, Signature=0',
    'AuthorizationHeaderMalformed',
  ],
  [
    'AWS4-HMAC-SHA256 Credential=a/20260101/r/s3/aws4_request, SignedHeaders=host, Signature=0',
    'AccessDenied',
  ],
  ['Bearer token', 'InvalidRequest'],
])('authorization %j: %s', async (authorization, code) => {
  expect(codeOf(await rawRequest({ port: under.s3.port, path: '/', headers: { authorization } }))).toBe(code);
});
