import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bucket, awsS3LsText } from '../../shared/bucket.ts';
import { CredentialLedger } from '../stand-ins/credential-ledger.ts';
import { findCommand } from '../stand-ins/s3/conformance/find-command.ts';
import { outputOf, runCommand } from '../stand-ins/s3/conformance/run-command.ts';
import { type S3StandIn, startS3 } from '../stand-ins/s3/index.ts';

const aws = await findCommand('aws', /aws-cli\/2/);
const KEYS = { accessKeyId: 'AKIALSLSLSLSLSLSLSLS', secretAccessKey: 'ls-secret' };
const ACCOUNT = '111122223333';
const BUCKETS: Bucket[] = [
  { name: 'a-first', region: 'eu-west-1', createdAt: Date.UTC(2015, 0, 2, 3, 4, 5) },
  { name: 'before-midnight', region: 'us-east-1', createdAt: Date.UTC(2026, 2, 28, 14, 59, 59) },
  { name: 'in-summer-time', region: 'ap-northeast-1', createdAt: Date.UTC(2020, 6, 7, 8, 9, 10) },
  { name: `x${'-very-long'.repeat(6)}`, region: 'eu-west-1', createdAt: Date.UTC(2026, 10, 24, 0, 0, 0) },
];
let s3: S3StandIn;

beforeEach(async () => {
  const ledger = new CredentialLedger();
  ledger.add({ ...KEYS, accountId: ACCOUNT });
  s3 = await startS3({ credentials: ledger });
  for (const { name, region = '', createdAt = 0 } of BUCKETS) {
    s3.store.createBucket({ name, region, createdAt, accountId: ACCOUNT });
  }
});
afterEach(() => s3.close());

const title =
  aws === undefined ? 'is what `aws s3 ls` prints (skipped: no aws here)' : 'is what `aws s3 ls` prints';

it.skipIf(aws === undefined).each(['UTC', 'Asia/Tokyo', 'Europe/London', 'America/St_Johns'])(
  `the copied list ${title}, in %s`,
  async (TZ) => {
    const env = {
      TZ,
      HOME: '/nonexistent',
      AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    const args = ['--endpoint-url', s3.url, 's3', 'ls'];
    const printed = outputOf(await runCommand(aws?.path ?? '', args, { cwd: tmpdir(), env }));
    expect(awsS3LsText(BUCKETS, TZ)).toBe(printed);
  },
);
