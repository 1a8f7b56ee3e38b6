import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetBucketLocationCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  paginateListBuckets,
  PutObjectCommand,
  type BucketLocationConstraint,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../testing/failure-of.ts';
import {
  DEVELOPMENT,
  OTHER_ACCOUNT,
  PRODUCTION,
  type S3UnderTest,
  startS3UnderTest,
} from '../testing/s3-under-test.ts';

let under: S3UnderTest;
beforeAll(async () => {
  under = await startS3UnderTest({ now: () => Date.now() });
});
afterAll(() => under.close());
beforeEach(() => {
  for (const account of [PRODUCTION, DEVELOPMENT]) {
    for (const { name } of under.s3.store.bucketsOf(account)) under.s3.store.deleteBucket(name);
  }
});

function seed(...names: string[]): void {
  for (const name of names) {
    under.s3.store.createBucket({
      name,
      region: name.endsWith('-eu') ? 'eu-west-1' : 'us-east-1',
      accountId: PRODUCTION,
      createdAt: Date.UTC(2020, 1, 29, 12, 30, 15),
    });
  }
}

test('ListBuckets lists the account’s buckets by name, without regions unless a parameter is given', async () => {
  seed('b-us', 'a-eu', 'c-us');
  under.s3.store.createBucket({ name: 'not-ours', region: 'us-east-1', accountId: DEVELOPMENT });
  const plain = await under.client().send(new ListBucketsCommand());
  expect(plain.Buckets).toEqual(
    ['a-eu', 'b-us', 'c-us'].map((Name) => ({ Name, CreationDate: new Date('2020-02-29T12:30:15Z') })),
  );
  expect(plain.Owner?.ID).toMatch(/^[0-9a-f]{64}$/);
  const paged = await under.client().send(new ListBucketsCommand({ MaxBuckets: 1000 }));
  expect(paged.Buckets?.map((bucket) => bucket.BucketRegion)).toEqual([
    'eu-west-1',
    'us-east-1',
    'us-east-1',
  ]);
  const others = await under.client({ credentials: OTHER_ACCOUNT }).send(new ListBucketsCommand());
  expect(others.Buckets?.map((bucket) => bucket.Name)).toEqual(['not-ours']);
  expect(others.Owner?.ID).not.toBe(plain.Owner?.ID);
});

test('ListBuckets pages, and takes a signature for any region', async () => {
  const names = Array.from({ length: 23 }, (_, i) => `bucket-${String(i).padStart(2, '0')}`);
  seed(...names);
  const pages: string[][] = [];
  for await (const page of paginateListBuckets(
    { client: under.client({ region: 'ap-northeast-3' }), pageSize: 10 },
    {},
  )) {
    pages.push((page.Buckets ?? []).map((bucket) => bucket.Name ?? ''));
  }
  expect(pages.map((page) => page.length)).toEqual([10, 10, 3]);
  expect(pages.flat()).toEqual(names);
});

test('ListBuckets filters by prefix and by region', async () => {
  seed('logs-1-eu', 'logs-2-us', 'web-1-eu');
  const byPrefix = await under.client().send(new ListBucketsCommand({ Prefix: 'logs-' }));
  expect(byPrefix).toMatchObject({ Prefix: 'logs-' });
  expect(byPrefix.Buckets?.map((bucket) => bucket.Name)).toEqual(['logs-1-eu', 'logs-2-us']);
  expect(byPrefix.Buckets?.[0]?.BucketRegion).toBe('eu-west-1');
  const ireland = under.client({ region: 'eu-west-1' });
  const byRegion = await ireland.send(new ListBucketsCommand({ BucketRegion: 'eu-west-1' }));
  expect(byRegion.Buckets?.map((bucket) => bucket.Name)).toEqual(['logs-1-eu', 'web-1-eu']);
  const wrongEndpoint = await failureOf(ireland.send(new ListBucketsCommand({ BucketRegion: 'us-east-1' })));
  expect(wrongEndpoint).toMatchObject({ code: 'InvalidArgument', status: 400 });
});

test.each([0, 10_001, -1])('ListBuckets refuses MaxBuckets of %i', async (MaxBuckets) => {
  const refused = await failureOf(under.client().send(new ListBucketsCommand({ MaxBuckets })));
  expect(refused).toMatchObject({ code: 'InvalidArgument', details: { ArgumentName: 'max-buckets' } });
});

test('ListBuckets refuses a token it did not give out', async () => {
  const sent = under.client().send(new ListBucketsCommand({ ContinuationToken: 'bm90LWEtdG9rZW4=' }));
  expect(await failureOf(sent)).toMatchObject({ code: 'InvalidArgument', status: 400 });
});

test('HeadBucket tells the region; a bucket that is not there is NotFound', async () => {
  seed('here-eu');
  const client = under.client({ region: 'eu-west-1' });
  expect(await client.send(new HeadBucketCommand({ Bucket: 'here-eu' }))).toMatchObject({
    BucketRegion: 'eu-west-1',
  });
  expect(await failureOf(client.send(new HeadBucketCommand({ Bucket: 'nowhere' })))).toMatchObject({
    code: 'NotFound',
    status: 404,
  });
});

test('GetBucketLocation is empty for us-east-1, and us-east-1 may ask about any bucket', async () => {
  seed('one-us', 'two-eu');
  const client = under.client();
  const locate = (Bucket: string) => client.send(new GetBucketLocationCommand({ Bucket }));
  expect((await locate('one-us')).LocationConstraint || undefined).toBeUndefined();
  expect((await locate('two-eu')).LocationConstraint).toBe('eu-west-1');
});

test('CreateBucket creates where the constraint says, at the time of the clock', async () => {
  const before = Math.floor(Date.now() / 1000) * 1000;
  const created = await under.client().send(
    new CreateBucketCommand({
      Bucket: 'new.bucket',
      CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-3' },
    }),
  );
  expect(created.Location).toBe('/new.bucket');
  const bucket = under.s3.store.findBucket('new.bucket');
  expect(bucket).toMatchObject({ region: 'ap-northeast-3', accountId: PRODUCTION });
  expect(bucket?.createdAt).toBeGreaterThanOrEqual(before);
});

test('CreateBucket twice: owned by you, except that us-east-1 takes it for a success', async () => {
  const create = (Bucket: string, region: string, constraint?: string) =>
    under.client({ region }).send(
      new CreateBucketCommand({
        Bucket,
        ...(constraint && {
          CreateBucketConfiguration: { LocationConstraint: constraint as BucketLocationConstraint },
        }),
      }),
    );
  await create('mine', 'eu-west-1', 'eu-west-1');
  expect(await failureOf(create('mine', 'eu-west-1', 'eu-west-1'))).toMatchObject({
    code: 'BucketAlreadyOwnedByYou',
    status: 409,
  });
  await create('mine-too', 'us-east-1');
  await expect(create('mine-too', 'us-east-1')).resolves.toMatchObject({ Location: '/mine-too' });
  const other = under.client({ credentials: OTHER_ACCOUNT });
  const taken = await failureOf(other.send(new CreateBucketCommand({ Bucket: 'mine-too' })));
  expect(taken).toMatchObject({ code: 'BucketAlreadyExists', status: 409 });
});

test('CreateBucket refuses a constraint that does not go with the endpoint', async () => {
  const ireland = under.client({ region: 'eu-west-1' });
  const create = (LocationConstraint: string) =>
    ireland.send(
      new CreateBucketCommand({
        Bucket: 'elsewhere',
        CreateBucketConfiguration: { LocationConstraint: LocationConstraint as BucketLocationConstraint },
      }),
    );
  expect(await failureOf(create('ap-northeast-1'))).toMatchObject({
    code: 'IllegalLocationConstraintException',
  });
  expect(await failureOf(create('us-east-1'))).toMatchObject({ code: 'InvalidLocationConstraint' });
  expect(under.s3.store.findBucket('elsewhere')).toBeUndefined();
});

test.each(['UPPER', 'ab', 'dots..twice', '192.168.5.4', 'under_score', '-hyphen', 'x'.repeat(64)])(
  'CreateBucket refuses the name %s',
  async (Bucket) => {
    const refused = await failureOf(under.client().send(new CreateBucketCommand({ Bucket })));
    expect(refused).toMatchObject({ code: 'InvalidBucketName', status: 400 });
  },
);

test('DeleteBucket deletes only what is empty', async () => {
  seed('to-go');
  const client = under.client();
  await client.send(new PutObjectCommand({ Bucket: 'to-go', Key: 'last', Body: 'x' }));
  const full = await failureOf(client.send(new DeleteBucketCommand({ Bucket: 'to-go' })));
  expect(full).toMatchObject({ code: 'BucketNotEmpty', status: 409 });
  under.s3.store.bucket('to-go').objects.delete('last');
  await client.send(new DeleteBucketCommand({ Bucket: 'to-go' }));
  expect(under.s3.store.findBucket('to-go')).toBeUndefined();
  const gone = await failureOf(client.send(new DeleteBucketCommand({ Bucket: 'to-go' })));
  expect(gone).toMatchObject({ code: 'NoSuchBucket', status: 404, details: { BucketName: 'to-go' } });
});
