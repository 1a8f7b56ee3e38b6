import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CredentialLedger } from '../credential-ledger.ts';
import { findCommand } from '../s3/conformance/find-command.ts';
import { outputOf, runCommand } from '../s3/conformance/run-command.ts';
import { type StsStandIn, startSts } from './index.ts';

const KEYS = { accessKeyId: 'AKIASTSTEST000000001', secretAccessKey: 'sts-test-secret' };
const ARN = 'arn:aws:iam::111122223333:role/team/Auditor';
let now: number;
let ledger: CredentialLedger;
let sts: StsStandIn;

beforeEach(async () => {
  now = Date.now();
  ledger = new CredentialLedger();
  ledger.add({ ...KEYS, accountId: '444455556666' });
  sts = await startSts({ credentials: ledger, clock: () => now });
  sts.roles.push({ arn: ARN });
});
afterEach(() => sts.close());

const assume = (params: object = {}, keys: typeof KEYS & { sessionToken?: string } = KEYS) =>
  fromTemporaryCredentials({
    masterCredentials: keys,
    clientConfig: {
      region: 'eu-west-1',
      endpoint: sts.url,
      maxAttempts: 1,
      ignoreConfiguredEndpointUrls: true,
    },
    params: { RoleArn: ARN, RoleSessionName: 'test', ...params },
    mfaCodeProvider: async () => (params as { code?: string }).code ?? '000000',
  })();
const codeOf = (asked: Promise<unknown>) => asked.then(String, (thrown: Error) => thrown.name);

it('issues credentials that the ledger knows, and chains from them', async () => {
  const first = await assume();
  expect(ledger.lookup(first.accessKeyId)).toMatchObject({
    accountId: '111122223333',
    roleName: 'Auditor',
    secretAccessKey: first.secretAccessKey,
    sessionToken: first.sessionToken,
  });
  expect(first.expiration?.getTime()).toBe(Math.floor((now + 3_600_000) / 1000) * 1000);
  const { accessKeyId, secretAccessKey, sessionToken = '' } = first;
  const second = await assume({}, { accessKeyId, secretAccessKey, sessionToken });
  expect(second.accessKeyId).not.toBe(first.accessKeyId);
  expect(sts.calls.map(({ operation, region, status }) => [operation, region, status])).toEqual([
    ['AssumeRole', 'eu-west-1', 200],
    ['AssumeRole', 'eu-west-1', 200],
  ]);
});

it('refuses what AWS refuses, by AWS’s names', async () => {
  expect(await codeOf(assume({}, { ...KEYS, secretAccessKey: 'wrong' }))).toBe('SignatureDoesNotMatch');
  expect(await codeOf(assume({}, { ...KEYS, accessKeyId: 'AKIANOBODY' }))).toBe('InvalidClientTokenId');
  expect(await codeOf(assume({}, { ...KEYS, sessionToken: 'made-up' }))).toBe('InvalidClientTokenId');
  expect(await codeOf(assume({ RoleArn: 'arn:aws:iam::1:role/None' }))).toBe('AccessDenied');
  expect(await codeOf(assume({ RoleSessionName: 'no spaces' }))).toBe('ValidationError');
  expect(await codeOf(assume({ DurationSeconds: 60 }))).toBe('ValidationError');
  expect(await codeOf(assume({ DurationSeconds: 43_200 }))).toBe('ValidationError');
  sts.roles[0] = { arn: ARN, externalId: 'acme-7', trusts: ({ accountId }) => accountId === '444455556666' };
  expect(await codeOf(assume())).toBe('AccessDenied');
  const { accessKeyId, secretAccessKey, sessionToken = '' } = await assume({ ExternalId: 'acme-7' });
  now += 3_601_000;
  expect(await codeOf(assume({}, { accessKeyId, secretAccessKey, sessionToken }))).toMatch(/^ExpiredToken/);
});

it('takes each one-time code once', async () => {
  sts.roles[0] = { arn: ARN, needsMfa: true };
  const SerialNumber = 'arn:aws:iam::444455556666:mfa/phone';
  sts.mfaCodes.set(SerialNumber, ['123456']);
  expect(await codeOf(assume())).toBe('AccessDenied');
  expect(await codeOf(assume({ SerialNumber, code: '654321' }))).toBe('AccessDenied');
  expect(await codeOf(assume({ SerialNumber, code: 'abc' }))).toBe('ValidationError');
  expect((await assume({ SerialNumber, code: '123456' })).accessKeyId).toMatch(/^ASIA/);
  expect(await codeOf(assume({ SerialNumber, code: '123456' }))).toBe('AccessDenied');
});

const aws = await findCommand('aws', /^aws-cli\/2/);

it.skipIf(aws === undefined)('is STS to the AWS CLI, too (needs `aws`)', async () => {
  const env = {
    HOME: '/nonexistent',
    AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
    AWS_DEFAULT_REGION: 'eu-west-1',
  };
  // Said on the command line: versions before 2.13 know no variable for it, and would ask AWS itself.
  const command = ['sts', 'get-caller-identity', '--output', 'json', '--endpoint-url', sts.url];
  const said = outputOf(await runCommand(aws?.path ?? '', command, { cwd: '/', env }));
  expect(JSON.parse(said)).toMatchObject({ Account: '444455556666' });
});
