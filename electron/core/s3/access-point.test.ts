import { expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import type { CountingHttpHandler } from '../support/http-handler.ts';
import type { Role, RoleAccess } from '../sessions/role-access.ts';
import { BucketCalls, resourceArn } from './bucket-calls.ts';
import { S3Clients } from './s3-clients.ts';

const ARN = 'arn:aws:s3:ap-northeast-1:111122223333:accesspoint/support-cases';
const ROLE = { key: 'role', region: 'us-east-1', accountId: '111122223333' } as Role;

interface Sent {
  readonly hostname: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Calls that go nowhere but into a list: an access point's host is one of AWS's own. */
function makeCalls() {
  const sent: Sent[] = [];
  const handler = {
    handle: async (request: Sent) => {
      sent.push(request);
      return { response: { statusCode: 200, headers: {}, body: new Uint8Array() } };
    },
    httpHandlerConfigs: () => ({}),
    updateHttpClientConfig: () => undefined,
    destroy: () => undefined,
  };
  const roles = {
    role: () => ROLE,
    credentials: async () => ({ accessKeyId: 'A', secretAccessKey: 's', sessionToken: 't', expiresAt: 0 }),
  } as unknown as RoleAccess;
  const clients = new S3Clients(roles, handler as unknown as CountingHttpHandler, {}, () => new Map());
  return { calls: new BucketCalls(clients, roles, new FakeClock()), sent };
}

it('an access point is reached by its ARN, in the region that it names, whatever the profile’s', async () => {
  const { calls, sent } = makeCalls();
  const at = calls.resolve({ target: { kind: 'profile', profile: 'any' }, bucket: ARN });
  const { ListObjectsV2Command, HeadObjectCommand } = await import('@aws-sdk/client-s3');
  const { signal } = new AbortController();
  await calls.send(
    at,
    { action: 's3:ListBucket' },
    (client, params) => client.send(new ListObjectsV2Command({ ...params, Prefix: 'a/' })),
    signal,
  );
  await calls.send(
    at,
    { action: 's3:GetObject', key: 'a/b c' },
    (client, params) => client.send(new HeadObjectCommand({ ...params, Key: 'a/b c' })),
    signal,
  );
  const host = 'support-cases-111122223333.s3-accesspoint.ap-northeast-1.amazonaws.com';
  expect(sent.map(({ hostname, path }) => [hostname, path])).toEqual([
    [host, '/'],
    [host, '/a/b%20c'],
  ]);
  for (const { headers } of sent) expect(headers['authorization']).toContain('/ap-northeast-1/s3/');
});

it('is named in errors as a policy would name it', () => {
  const at = { role: ROLE, bucket: ARN, requesterPays: false };
  expect(resourceArn(at)).toBe(ARN);
  expect(resourceArn(at, 'a/b')).toBe(`${ARN}/object/a/b`);
});

it('a requester who pays says so with every request', async () => {
  const { calls, sent } = makeCalls();
  const at = calls.resolve({
    target: { kind: 'profile', profile: 'any' },
    bucket: 'open-data',
    requesterPays: true,
  });
  const { ListObjectsV2Command } = await import('@aws-sdk/client-s3');
  await calls.send(
    at,
    { action: 's3:ListBucket' },
    (client, params) => client.send(new ListObjectsV2Command(params)),
    new AbortController().signal,
  );
  expect(sent[0]?.hostname).toBe('open-data.s3.us-east-1.amazonaws.com');
  expect(sent[0]?.headers['x-amz-request-payer']).toBe('requester');
});
