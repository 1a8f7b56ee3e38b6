import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIdentityCenter } from '../../e2e/stand-ins/identity-center/index.ts';
import { type S3StandIn, seedAcme, startS3 } from '../../e2e/stand-ins/s3/index.ts';
import { startSts } from '../../e2e/stand-ins/sts/index.ts';
import { DEMO_CONFIG, RELEASE_ROLE } from './demo-config.ts';
import { DEMO_ORGANISATIONS } from './demo-organisations.ts';

export interface DemoWorld {
  readonly homeFolder: string;
  /** Where its buckets are, for whoever wants to put more into them. */
  readonly s3: S3StandIn;
  /** For the app: the demo's home, endpoints and data folder in place of the person's own. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const WRITING = [
  's3:CreateBucket',
  's3:DeleteBucket',
  's3:PutObject',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:AbortMultipartUpload',
];

/** An IAM Identity Center, an STS and an S3 on this machine, full of sample data, and a home folder that uses them. */
export async function startDemoWorld(): Promise<DemoWorld> {
  const center = await startIdentityCenter({ organisation: DEMO_ORGANISATIONS });
  const s3 = await startS3({ credentials: center.ledger });
  const sts = await startSts({ credentials: center.ledger });
  sts.roles.push({ arn: RELEASE_ROLE });
  seedAcme(s3.store);
  s3.deny({ action: 's3:ListAllMyBuckets', accountId: '444455556666', roleName: 'Auditor' });
  // A role of that name has to keep what it promises.
  for (const action of WRITING) s3.deny({ action, accountId: '111122223333', roleName: 'ReadOnlyAccess' });

  const homeFolder = await mkdtemp(join(tmpdir(), 'bucket-porter-demo-'));
  await mkdir(join(homeFolder, '.aws'));
  await writeFile(join(homeFolder, '.aws', 'config'), DEMO_CONFIG);
  return {
    homeFolder,
    s3,
    env: {
      AWS_CONFIG_FILE: join(homeFolder, '.aws', 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(homeFolder, '.aws', 'credentials'),
      BUCKET_PORTER_HOME: join(homeFolder, 'bucket-porter'),
      BUCKET_PORTER_DEMO: '1',
      // Each region answers for itself, so that the region of a portal can be looked for.
      ...center.regionalEnvironment,
      ...sts.environment,
      AWS_ENDPOINT_URL_S3: s3.url,
    },
    async close() {
      await center.close();
      await s3.close();
      await sts.close();
      await rm(homeFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
