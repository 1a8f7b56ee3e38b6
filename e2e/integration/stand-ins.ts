import { type IdentityCenter, type Knobs, startIdentityCenter } from '../stand-ins/identity-center/index.ts';
import { type S3StandIn, startS3 } from '../stand-ins/s3/index.ts';
import { type StsStandIn, startSts } from '../stand-ins/sts/index.ts';
import { acmeOrganisation } from './acme.ts';

export interface StandIns {
  readonly center: IdentityCenter;
  readonly s3: S3StandIn;
  readonly sts: StsStandIn;
  /** Points the app at all of them. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The Acme organisation, an STS and an S3 that know the role credentials it hands out. */
export async function startStandIns(now: () => number, knobs: Partial<Knobs> = {}): Promise<StandIns> {
  const center = await startIdentityCenter({ organisation: acmeOrganisation(), clock: now, ...knobs });
  // S3 stays on the real clock: the SDK signs with it.
  const s3 = await startS3({ credentials: center.ledger });
  const sts = await startSts({ credentials: center.ledger, clock: now });
  return {
    center,
    s3,
    sts,
    env: { ...center.environment, ...sts.environment, AWS_ENDPOINT_URL_S3: s3.url },
    async close() {
      await center.close();
      await s3.close();
      await sts.close();
    },
  };
}
