import { parseArgs } from 'node:util';
import type { Credential } from './credential-lookup.ts';
import { ACME_ACCOUNTS } from './samples/buckets.ts';
import { seedAcme } from './samples/seed-acme.ts';
import { startS3 } from './start-s3.ts';

/** Runs the stand-in by itself, with the samples: `node e2e/stand-ins/s3/cli.ts --port 9000`. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    account: { type: 'string', default: ACME_ACCOUNTS.production },
    latency: { type: 'string', default: '0' },
    empty: { type: 'boolean', default: false },
  },
});

// The key pair of AWS's own documentation: recognisable, and good for nothing elsewhere.
const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const credential: Credential = {
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  accountId: values.account,
  roleName: 'AdministratorAccess',
};

const s3 = await startS3({
  port: Number(values.port),
  credentials: { lookup: (key) => (key === accessKeyId ? credential : undefined) },
  knobs: { latencyMs: Number(values.latency) },
});
if (!values.empty) seedAcme(s3.store);

console.log(`S3 stand-in on ${s3.url}, account ${values.account}. Try:

  AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${credential.secretAccessKey} \\
    AWS_REGION=us-east-1 aws --endpoint-url ${s3.url} s3 ls
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void s3.close());
