/**
 * The AWS SDK's own paginator: one chain of tokens, connections kept alive. Keys are counted and dropped, which is
 * the least a program can do with them.
 */
import { HeadBucketCommand, S3Client, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { PEER_KEYS } from '../../peers.ts';
import { KeyDigest } from '../key-digest.ts';
import { REGION } from '../small-answers.ts';
import { cpuSince, entryTarget, peakUntilNow, report } from './entry.ts';

const { endpoint, bucket } = entryTarget();
const client = new S3Client({ endpoint, region: REGION, forcePathStyle: true, credentials: PEER_KEYS });
// A connection stands and everything is loaded before the clock starts, as it does for ours.
await client.send(new HeadBucketCommand({ Bucket: bucket }));

const started = performance.now();
const cpu = process.cpuUsage();
const digest = new KeyDigest();
let firstRowsMs: number | undefined;
for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket })) {
  firstRowsMs ??= performance.now() - started;
  for (const { Key } of Contents) digest.addText(Key ?? '');
}
const ms = performance.now() - started;
const cpuMs = cpuSince(cpu);
report({
  ms,
  cpuMs,
  keys: digest.count,
  sum: digest.sum,
  peakBytes: peakUntilNow(),
  ...(firstRowsMs === undefined ? {} : { firstRowsMs }),
});
client.destroy();
