import { afterEach, beforeEach, expect, it } from 'vitest';
import { NEVER, type S3Rig, startS3Rig } from './s3-rig.ts';

let rig: S3Rig;
beforeEach(async () => {
  rig = await startS3Rig();
});
afterEach(() => rig.close());

/** What us-east-1 answers, without a header that names the region. */
const refusal = (constraint: string) =>
  Object.assign(
    new Error(
      `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    ),
    { name: 'IllegalLocationConstraintException', $metadata: { httpStatusCode: 400 } },
  );

it('a bucket in a region that has to be opted in to is found by what us-east-1 says', async () => {
  const regions: string[] = [];
  const bucket = rig.calls.resolve(rig.at('virginia'));
  const call = rig.calls.send(
    bucket,
    { action: 's3:ListBucket' },
    async (client) => {
      regions.push(await client.config.region());
      if (regions.length === 1) throw refusal('ap-east-1');
      return 'found';
    },
    NEVER,
  );
  await expect(call).resolves.toBe('found');
  expect(regions).toEqual(['us-east-1', 'ap-east-1']);
  expect(rig.calls.region(bucket)).toBe('ap-east-1');
});

it('a location that was left out names no region', async () => {
  const bucket = rig.calls.resolve(rig.at('virginia'));
  const call = rig.calls.send(
    bucket,
    { action: 's3:CreateBucket' },
    () => Promise.reject(refusal('unspecified')),
    NEVER,
  );
  await expect(call).rejects.toMatchObject({
    error: { code: 's3.failed', params: { code: 'IllegalLocationConstraintException' } },
  });
});
