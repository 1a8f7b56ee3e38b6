import type { BucketAddress } from '../../shared/bucket-address.ts';
import type { Logger } from '../../electron/core/ports.ts';
import { BucketCalls } from '../../electron/core/s3/bucket-calls.ts';
import { S3Clients } from '../../electron/core/s3/s3-clients.ts';
import type { Role, RoleAccess } from '../../electron/core/sessions/role-access.ts';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { CountingHttpHandler } from '../../electron/core/support/http-handler.ts';
import { PRODUCTION, startSeededS3, TEMPORARY } from '../stand-ins/s3/testing/seeded-stand-in.ts';
import type { S3StandIn } from '../stand-ins/s3/index.ts';

/** S3 calls against the stand-in with a role's credentials, without a sign-in around them. */
export interface S3Rig {
  readonly s3: S3StandIn;
  readonly calls: BucketCalls;
  readonly clock: FakeClock;
  readonly log: readonly string[];
  readonly logger: Logger;
  /** A bucket as the role sees it. */
  at(bucket: string): BucketAddress;
  /** The API names of what was asked of S3 since the start, or since `forgetCalls`. */
  operations(): string[];
  forgetCalls(): void;
  close(): Promise<void>;
}

const ROLE: Role = {
  plan: {} as Role['plan'],
  accountId: PRODUCTION,
  region: 'us-east-1',
  profile: undefined,
  key: 'rig',
};

/**
 * It knows the buckets `virginia` (us-east-1) and `ireland` (eu-west-1), both empty.
 * @param endpoint where else the calls go, in place of the stand-in
 */
export async function startS3Rig(endpoint?: string): Promise<S3Rig> {
  const { s3 } = await startSeededS3();
  const clock = new FakeClock();
  const log: string[] = [];
  const write = (message: string) => void log.push(message);
  const logger: Logger = { info: write, warn: write, error: write };
  const handler = new CountingHttpHandler({}, logger);
  // The services behind it need a sign-in; what is tested here begins after it.
  const roles = {
    role: () => ROLE,
    credentials: () => Promise.resolve({ ...TEMPORARY, expiration: Number.MAX_SAFE_INTEGER }),
    dropCredentials: () => undefined,
  } as unknown as RoleAccess;
  const clients = new S3Clients(roles, handler, { AWS_ENDPOINT_URL_S3: endpoint ?? s3.url }, () => new Map());
  return {
    s3,
    calls: new BucketCalls(clients, roles, clock),
    clock,
    log,
    logger,
    at: (bucket) => ({ target: { kind: 'profile', profile: 'dev' }, bucket }),
    operations: () => s3.calls.map(({ operation }) => operation ?? ''),
    forgetCalls: () => void (s3.calls.length = 0),
    async close() {
      handler.destroy();
      await s3.close();
    },
  };
}

/** A signal that nobody aborts. */
export const NEVER = new AbortController().signal;
