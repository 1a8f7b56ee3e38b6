import type { BucketAddress } from '../../../../shared/bucket-address.ts';
import { BucketCalls } from '../../../../electron/core/s3/bucket-calls.ts';
import { S3Clients } from '../../../../electron/core/s3/s3-clients.ts';
import type { Logger } from '../../../../electron/core/ports.ts';
import type { RoleCredentials } from '../../../../electron/core/sessions/portal-client.ts';
import { type Role, RoleAccess } from '../../../../electron/core/sessions/role-access.ts';
import { CountingHttpHandler } from '../../../../electron/core/support/http-handler.ts';
import { systemClock } from '../../../../electron/core/support/system-clock.ts';
import { PEER_KEYS } from '../../peers.ts';
import { REGION } from '../small-answers.ts';

const TARGET = { kind: 'profile', profile: 'bench' } as const;

const ROLE: Role = {
  plan: { kind: 'static', profile: 'bench', ...PEER_KEYS, sessionToken: undefined, key: 'bench', owner: '' },
  accountId: '111122223333',
  region: REGION,
  profile: undefined,
  key: 'bench',
};

/** One role with credentials at hand, as they are once a bucket has been looked into: no session, no portal. */
class BenchRole extends RoleAccess {
  constructor() {
    const unused = () => {
      throw new Error('The bench has no sessions.');
    };
    super(undefined as never, undefined as never, unused, undefined as never, undefined as never);
  }

  override role(): Role {
    return ROLE;
  }

  override async credentials(): Promise<RoleCredentials> {
    return { ...PEER_KEYS, sessionToken: 'bench-session-token', expiresAt: Date.now() + 3_600_000 };
  }
}

const QUIET: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** The part of the app's core that calls S3, joined as `createAppCore` joins it. */
export function benchCalls(endpoint: string): BucketCalls {
  const roles = new BenchRole();
  const env = { AWS_ENDPOINT_URL_S3: endpoint };
  const clients = new S3Clients(roles, new CountingHttpHandler(env, QUIET), env, () => new Map());
  return new BucketCalls(clients, roles, systemClock);
}

export function benchAddress(bucket: string): BucketAddress {
  return { target: TARGET, bucket };
}
