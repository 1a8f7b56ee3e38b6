import { afterEach, describe, expect, it } from 'vitest';
import type { NewBucket } from '../../shared/new-bucket.ts';
import { BucketSettings } from '../../electron/core/s3/bucket-settings/bucket-details.ts';
import { BucketCreation } from '../../electron/core/s3/bucket-settings/create-bucket.ts';
import { BucketRemoval } from '../../electron/core/s3/bucket-settings/delete-bucket.ts';
import { NEVER, type S3Rig, startS3Rig } from './s3-rig.ts';
import { errorAnswer, type ScriptedAnswer, type ScriptedS3, startScriptedS3 } from './scripted-s3.ts';

let rig: S3Rig;
let scripted: ScriptedS3 | undefined;

async function start(answers?: Readonly<Record<string, ScriptedAnswer>>): Promise<S3Rig> {
  scripted = answers && (await startScriptedS3(answers));
  rig = await startS3Rig(scripted?.url);
  return rig;
}
afterEach(async () => {
  await rig.close();
  await scripted?.close();
});

const details = (bucket: string) => new BucketSettings(rig.calls).details({ at: rig.at(bucket) }, NEVER);
const remove = (bucket: string, typed = bucket) =>
  new BucketRemoval(rig.calls).delete({ at: rig.at(bucket), typed }, NEVER);
function create(bucket: Partial<NewBucket>) {
  const asked: NewBucket = {
    name: 'new-bucket',
    region: 'eu-west-1',
    versioning: false,
    blockPublicAccess: true,
    objectLock: false,
    ...bucket,
  };
  return new BucketCreation(rig.calls).create({ target: rig.at('').target, bucket: asked }, NEVER);
}

describe('a bucket’s settings', () => {
  it('are read from S3’s documents', async () => {
    await start({
      'GET /b?versioning': {
        body: '<VersioningConfiguration><Status>Enabled</Status><MfaDelete>Disabled</MfaDelete></VersioningConfiguration>',
      },
      'GET /b?encryption': {
        body:
          '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm>' +
          '<KMSMasterKeyID>arn:aws:kms:eu-west-1:111122223333:key/k</KMSMasterKeyID></ApplyServerSideEncryptionByDefault>' +
          '<BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>',
      },
      'GET /b?publicAccessBlock': {
        body:
          '<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>' +
          '<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets></PublicAccessBlockConfiguration>',
      },
      'GET /b?policyStatus': { body: '<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>' },
      'GET /b?policy': { body: '{"Version":"2012-10-17"}', headers: { 'content-type': 'application/json' } },
      'GET /b?cors': {
        body:
          '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>' +
          '<MaxAgeSeconds>60</MaxAgeSeconds></CORSRule></CORSConfiguration>',
      },
      'GET /b?lifecycle': {
        body:
          '<LifecycleConfiguration><Rule><ID>clean up</ID><Status>Enabled</Status><Filter><And><Prefix>logs/</Prefix>' +
          '<Tag><Key>a</Key><Value>b</Value></Tag><ObjectSizeGreaterThan>100</ObjectSizeGreaterThan></And></Filter>' +
          '<Transition><Days>30</Days><StorageClass>GLACIER</StorageClass></Transition><Expiration><Days>365</Days></Expiration>' +
          '<NoncurrentVersionExpiration><NoncurrentDays>7</NoncurrentDays><NewerNoncurrentVersions>2</NewerNoncurrentVersions>' +
          '</NoncurrentVersionExpiration><AbortIncompleteMultipartUpload><DaysAfterInitiation>3</DaysAfterInitiation>' +
          '</AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>',
      },
      'GET /b?tagging': {
        body: '<Tagging><TagSet><Tag><Key>team</Key><Value>Vertrieb &amp; Ümläut</Value></Tag></TagSet></Tagging>',
      },
      'GET /b?ownershipControls': {
        body: '<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>',
      },
      'GET /b?object-lock': {
        body:
          '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode>' +
          '<Days>5</Days></DefaultRetention></Rule></ObjectLockConfiguration>',
      },
      'GET /b?replication': {
        body:
          '<ReplicationConfiguration><Role>r</Role><Rule><ID>to-dr</ID><Status>Enabled</Status><Priority>1</Priority>' +
          '<Destination><Bucket>arn:aws:s3:::dr-bucket</Bucket></Destination></Rule></ReplicationConfiguration>',
      },
      'GET /b?logging': {
        body:
          '<BucketLoggingStatus><LoggingEnabled><TargetBucket>logs</TargetBucket><TargetPrefix>b/</TargetPrefix>' +
          '</LoggingEnabled></BucketLoggingStatus>',
      },
      'GET /b?website': {
        body: '<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument></WebsiteConfiguration>',
      },
      'GET /b?requestPayment': {
        body: '<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>',
      },
    });
    const known = (value: unknown) => ({ state: 'known', value });
    expect(await details('b')).toEqual({
      bucket: 'b',
      versioning: known({ status: 'Enabled', mfaDelete: false }),
      encryption: known({
        algorithm: 'aws:kms',
        keyId: 'arn:aws:kms:eu-west-1:111122223333:key/k',
        bucketKey: true,
      }),
      publicAccess: known({
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: true,
        restrictPublicBuckets: false,
      }),
      policyStatus: known({ isPublic: true }),
      policy: known('{"Version":"2012-10-17"}'),
      cors: known([{ origins: ['*'], methods: ['GET'], headers: [], exposed: [], maxAgeSeconds: 60 }]),
      lifecycle: known([
        {
          id: 'clean up',
          enabled: true,
          scope: ['prefix=logs/', 'tag:a=b', 'size>100'],
          actions: [
            { kind: 'transition', storageClass: 'GLACIER', days: 30 },
            { kind: 'expire', days: 365 },
            { kind: 'expire-noncurrent', days: 7, keep: 2 },
            { kind: 'abort-uploads', days: 3 },
          ],
        },
      ]),
      tags: known([{ key: 'team', value: 'Vertrieb & Ümläut' }]),
      ownership: known('BucketOwnerEnforced'),
      objectLock: known({ mode: 'GOVERNANCE', days: 5 }),
      replication: known([{ id: 'to-dr', destination: 'dr-bucket', enabled: true }]),
      logging: known({ bucket: 'logs', prefix: 'b/' }),
      website: known({ index: 'index.html' }),
      requester: known('Requester'),
    });
  });

  it('say by themselves that there is none, that they are unknown, or which permission is missing', async () => {
    const none: Record<string, string> = {
      encryption: 'ServerSideEncryptionConfigurationNotFoundError',
      publicAccessBlock: 'NoSuchPublicAccessBlockConfiguration',
      policyStatus: 'NoSuchBucketPolicy',
      policy: 'NoSuchBucketPolicy',
      cors: 'NoSuchCORSConfiguration',
      lifecycle: 'NoSuchLifecycleConfiguration',
      tagging: 'NoSuchTagSet',
      ownershipControls: 'OwnershipControlsNotFoundError',
      'object-lock': 'ObjectLockConfigurationNotFoundError',
      replication: 'ReplicationConfigurationNotFoundError',
    };
    await start({
      ...Object.fromEntries(
        Object.entries(none).map(([name, code]) => [`GET /b?${name}`, errorAnswer(404, code)]),
      ),
      'GET /b?versioning': { body: '<VersioningConfiguration/>' },
      'GET /b?logging': { body: '<BucketLoggingStatus/>' },
      'GET /b?website': errorAnswer(405, 'MethodNotAllowed'),
      'GET /b?requestPayment': errorAnswer(403, 'AccessDenied'),
    });
    const found = await details('b');
    const { bucket: _bucket, website, requester, ...rest } = found;
    for (const part of Object.values(rest)) expect(part).toEqual({ state: 'none' });
    expect(website).toEqual({ state: 'unsupported' });
    expect(requester).toMatchObject({
      state: 'failed',
      error: {
        code: 's3.access-denied',
        params: { action: 's3:GetBucketRequestPayment', resource: 'arn:aws:s3:::b' },
      },
    });
  });

  it('name the IAM action of each', async () => {
    await start(
      Object.fromEntries(
        (
          'versioning encryption publicAccessBlock policyStatus policy cors lifecycle tagging ownershipControls ' +
          'object-lock replication logging website requestPayment'
        )
          .split(' ')
          .map((name) => [`GET /b?${name}`, errorAnswer(403, 'AccessDenied')]),
      ),
    );
    const { bucket: _bucket, ...parts } = await details('b');
    const actions = Object.entries(parts).map(([name, part]) => {
      const refused = typeof part === 'object' && part.state === 'failed' ? part.error : undefined;
      return [name, refused?.code === 's3.access-denied' ? refused.params.action : refused?.code];
    });
    expect(Object.fromEntries(actions)).toEqual({
      versioning: 's3:GetBucketVersioning',
      encryption: 's3:GetEncryptionConfiguration',
      publicAccess: 's3:GetBucketPublicAccessBlock',
      policyStatus: 's3:GetBucketPolicyStatus',
      policy: 's3:GetBucketPolicy',
      cors: 's3:GetBucketCORS',
      lifecycle: 's3:GetLifecycleConfiguration',
      tags: 's3:GetBucketTagging',
      ownership: 's3:GetBucketOwnershipControls',
      objectLock: 's3:GetBucketObjectLockConfiguration',
      replication: 's3:GetReplicationConfiguration',
      logging: 's3:GetBucketLogging',
      website: 's3:GetBucketWebsite',
      requester: 's3:GetBucketRequestPayment',
    });
  });

  it('are of a bucket that is there, in its region', async () => {
    await start();
    await expect(details('no-such-bucket')).rejects.toMatchObject({ error: { code: 's3.no-such-bucket' } });
    expect(await details('ireland')).toMatchObject({ region: 'eu-west-1', versioning: { state: 'none' } });
  });
});

describe('making a bucket', () => {
  it('sets what was asked for, as its settings then say', async () => {
    await start();
    await create({ name: 'locked', objectLock: true, blockPublicAccess: true });
    expect(await details('locked')).toMatchObject({
      region: 'eu-west-1',
      versioning: { state: 'known', value: { status: 'Enabled' } },
      objectLock: { state: 'known' },
      publicAccess: { state: 'known', value: { blockPublicAcls: true, restrictPublicBuckets: true } },
    });
    await create({ name: 'open', region: 'us-east-1', versioning: true, blockPublicAccess: false });
    expect(await details('open')).toMatchObject({
      region: 'us-east-1',
      versioning: { state: 'known', value: { status: 'Enabled' } },
      objectLock: { state: 'none' },
      publicAccess: { state: 'none' },
    });
  });
  const blocked =
    '<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>' +
    '<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>';
  const made = {
    'HEAD /new-bucket': { status: 404 },
    'PUT /new-bucket': {},
    'GET /new-bucket?publicAccessBlock': { body: blocked },
  };

  it('leaves S3’s own protection on', async () => {
    await start(made);
    expect(await create({})).toEqual({ name: 'new-bucket', region: 'eu-west-1' });
    expect(scripted?.asked).toEqual([
      'HEAD /new-bucket',
      'PUT /new-bucket',
      'GET /new-bucket?publicAccessBlock',
    ]);
  });

  it('sets versions, and protection where it is off', async () => {
    await start({
      ...made,
      'PUT /new-bucket?versioning': {},
      'GET /new-bucket?publicAccessBlock': errorAnswer(404, 'NoSuchPublicAccessBlockConfiguration'),
      'PUT /new-bucket?publicAccessBlock': {},
    });
    await create({ versioning: true });
    expect(scripted?.asked.slice(2)).toEqual([
      'PUT /new-bucket?versioning',
      'GET /new-bucket?publicAccessBlock',
      'PUT /new-bucket?publicAccessBlock',
    ]);
  });

  it('takes protection away where that was asked for', async () => {
    await start({ ...made, 'DELETE /new-bucket?publicAccessBlock': { status: 204 } });
    await create({ blockPublicAccess: false });
    expect(scripted?.asked.at(-1)).toBe('DELETE /new-bucket?publicAccessBlock');
  });

  it('says what is missing where the bucket was made but could not be set up', async () => {
    await start({ ...made, 'PUT /new-bucket?versioning': errorAnswer(403, 'AccessDenied') });
    await expect(create({ versioning: true })).rejects.toMatchObject({
      error: {
        code: 's3.bucket-half-made',
        params: { bucket: 'new-bucket', missing: 's3:PutBucketVersioning' },
      },
    });
  });

  it.each([
    [409, 'BucketAlreadyExists', 's3.bucket-taken'],
    [409, 'BucketAlreadyOwnedByYou', 's3.bucket-yours'],
    [400, 'TooManyBuckets', 's3.too-many-buckets'],
    [403, 'AccessDenied', 's3.access-denied'],
  ])('explains %i %s', async (status, code, explained) => {
    await start({ ...made, 'PUT /new-bucket': errorAnswer(status, code) });
    await expect(create({})).rejects.toMatchObject({ error: { code: explained } });
  });

  it('never touches one that is there, not even in us-east-1', async () => {
    await start();
    await expect(create({ name: 'virginia', region: 'us-east-1' })).rejects.toMatchObject({
      error: { code: 's3.bucket-yours' },
    });
    await expect(create({ name: 'Not A Bucket' })).rejects.toMatchObject({
      error: { code: 's3.bad-bucket-name' },
    });
    expect(rig.operations()).toEqual(['HeadBucket']);
  });

  it('knows its own bucket again where the answer was lost', async () => {
    await start();
    rig.s3.failNext({ operation: 'CreateBucket', how: 'lost-answer' });
    const making = create({ region: 'ap-northeast-1' });
    await rig.clock.skip();
    expect(await making).toEqual({ name: 'new-bucket', region: 'ap-northeast-1' });
    expect(rig.s3.store.findBucket('new-bucket')?.region).toBe('ap-northeast-1');
  });
});

describe('deleting a bucket', () => {
  it('needs its name, typed as it is', async () => {
    await start();
    await expect(remove('ireland', 'Ireland')).rejects.toMatchObject({
      error: { code: 's3.name-not-typed' },
    });
    expect(rig.operations()).toEqual([]);
    expect(await remove('ireland')).toEqual({});
    expect(rig.s3.store.findBucket('ireland')).toBeUndefined();
  });

  it('explains a bucket that isn’t empty, or isn’t there', async () => {
    await start();
    rig.s3.store.put('virginia', 'a', 'a');
    await expect(remove('virginia')).rejects.toMatchObject({ error: { code: 's3.bucket-not-empty' } });
    await expect(remove('no-such-bucket')).rejects.toMatchObject({ error: { code: 's3.no-such-bucket' } });
  });

  it('counts as done where the answer was lost', async () => {
    await start();
    rig.s3.failNext({ operation: 'DeleteBucket', how: 'lost-answer' });
    const removing = remove('virginia');
    await rig.clock.skip();
    expect(await removing).toEqual({});
  });
});
