import {
  CreateBucketCommand,
  DeleteBucketCorsCommand,
  DeleteBucketEncryptionCommand,
  DeleteBucketLifecycleCommand,
  DeleteBucketOwnershipControlsCommand,
  DeleteBucketPolicyCommand,
  DeleteBucketTaggingCommand,
  DeletePublicAccessBlockCommand,
  GetBucketAccelerateConfigurationCommand,
  GetBucketAclCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketPolicyStatusCommand,
  GetBucketReplicationCommand,
  GetBucketRequestPaymentCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetBucketWebsiteCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  PutBucketAccelerateConfigurationCommand,
  PutBucketAclCommand,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketLoggingCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketReplicationCommand,
  PutBucketRequestPaymentCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutBucketWebsiteCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../testing/failure-of.ts';
import { PRODUCTION, type S3UnderTest, startS3UnderTest } from '../testing/s3-under-test.ts';

const Bucket = 'settled';
let under: S3UnderTest;
let client: S3Client;
beforeAll(async () => {
  under = await startS3UnderTest();
  client = under.client();
});
afterAll(() => under.close());
beforeEach(() => {
  under.s3.store.deleteBucket(Bucket);
  under.s3.store.createBucket({ name: Bucket, region: 'us-east-1', accountId: PRODUCTION });
});

/** What each setting says of itself where it is absent, and the action it takes. */
const ABSENT = {
  GetBucketCors: ['NoSuchCORSConfiguration', 's3:GetBucketCORS'],
  GetBucketLifecycleConfiguration: ['NoSuchLifecycleConfiguration', 's3:GetLifecycleConfiguration'],
  GetBucketPolicy: ['NoSuchBucketPolicy', 's3:GetBucketPolicy'],
  GetBucketPolicyStatus: ['NoSuchBucketPolicy', 's3:GetBucketPolicyStatus'],
  GetBucketReplication: ['ReplicationConfigurationNotFoundError', 's3:GetReplicationConfiguration'],
  GetBucketTagging: ['NoSuchTagSet', 's3:GetBucketTagging'],
  GetBucketWebsite: ['NoSuchWebsiteConfiguration', 's3:GetBucketWebsite'],
  GetObjectLockConfiguration: ['ObjectLockConfigurationNotFoundError', 's3:GetBucketObjectLockConfiguration'],
  GetBucketEncryption: ['ServerSideEncryptionConfigurationNotFoundError', 's3:GetEncryptionConfiguration'],
  GetPublicAccessBlock: ['NoSuchPublicAccessBlockConfiguration', 's3:GetBucketPublicAccessBlock'],
  GetBucketOwnershipControls: ['OwnershipControlsNotFoundError', 's3:GetBucketOwnershipControls'],
} as const;

const ask: Record<keyof typeof ABSENT, () => Promise<unknown>> = {
  GetBucketCors: () => client.send(new GetBucketCorsCommand({ Bucket })),
  GetBucketLifecycleConfiguration: () => client.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
  GetBucketPolicy: () => client.send(new GetBucketPolicyCommand({ Bucket })),
  GetBucketPolicyStatus: () => client.send(new GetBucketPolicyStatusCommand({ Bucket })),
  GetBucketReplication: () => client.send(new GetBucketReplicationCommand({ Bucket })),
  GetBucketTagging: () => client.send(new GetBucketTaggingCommand({ Bucket })),
  GetBucketWebsite: () => client.send(new GetBucketWebsiteCommand({ Bucket })),
  GetObjectLockConfiguration: () => client.send(new GetObjectLockConfigurationCommand({ Bucket })),
  GetBucketEncryption: () => client.send(new GetBucketEncryptionCommand({ Bucket })),
  GetPublicAccessBlock: () => client.send(new GetPublicAccessBlockCommand({ Bucket })),
  GetBucketOwnershipControls: () => client.send(new GetBucketOwnershipControlsCommand({ Bucket })),
};

test.each(Object.entries(ABSENT))(
  '%s: %s where there is none, and its own action',
  async (name, [code, action]) => {
    const { store } = under.s3;
    for (const setting of ['encryption', 'publicAccessBlock', 'ownershipControls'] as const) {
      store.configure(Bucket, setting, undefined);
    }
    const send = ask[name as keyof typeof ABSENT];
    expect(await failureOf(send())).toMatchObject({ code, status: 404 });
    const allow = under.s3.deny({ action, bucket: Bucket });
    const denied = await failureOf(send());
    allow();
    expect(denied).toMatchObject({ code: 'AccessDenied', status: 403 });
    expect(denied.message).toContain(`perform: ${action} on resource: "arn:aws:s3:::${Bucket}"`);
    expect(under.s3.calls.at(-1)?.operation).toBe(name);
  },
);

test('a new bucket is private, without ACLs, and encrypted', async () => {
  const Name = 'brand-new';
  await client.send(new CreateBucketCommand({ Bucket: Name }));
  const about = { Bucket: Name };
  const { PublicAccessBlockConfiguration } = await client.send(new GetPublicAccessBlockCommand(about));
  expect(PublicAccessBlockConfiguration).toEqual({
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  });
  const { ServerSideEncryptionConfiguration } = await client.send(new GetBucketEncryptionCommand(about));
  expect(ServerSideEncryptionConfiguration?.Rules).toEqual([
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
  ]);
  const { OwnershipControls } = await client.send(new GetBucketOwnershipControlsCommand(about));
  expect(OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  const { Owner, Grants } = await client.send(new GetBucketAclCommand(about));
  expect(Grants).toEqual([{ Grantee: { ID: Owner?.ID, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }]);
  expect(await failureOf(client.send(new PutBucketAclCommand({ ...about, ACL: 'private' })))).toMatchObject({
    code: 'AccessControlListNotSupported',
  });
  expect((await client.send(new GetBucketRequestPaymentCommand(about))).Payer).toBe('BucketOwner');
  expect((await client.send(new GetBucketLoggingCommand(about))).LoggingEnabled).toBeUndefined();
  expect((await client.send(new GetBucketAccelerateConfigurationCommand(about))).Status).toBeUndefined();
  const notification = await client.send(new GetBucketNotificationConfigurationCommand(about));
  expect(notification.QueueConfigurations).toBeUndefined();
  under.s3.store.deleteBucket(Name);
});

test('object lock at creation switches versions on, for good', async () => {
  const about = { Bucket: 'locked' };
  const ownership = { ObjectOwnership: 'ObjectWriter' } as const;
  await client.send(new CreateBucketCommand({ ...about, ...ownership, ObjectLockEnabledForBucket: true }));
  const { ObjectLockConfiguration } = await client.send(new GetObjectLockConfigurationCommand(about));
  expect(ObjectLockConfiguration).toEqual({ ObjectLockEnabled: 'Enabled' });
  expect((await client.send(new GetBucketVersioningCommand(about))).Status).toBe('Enabled');
  const { OwnershipControls } = await client.send(new GetBucketOwnershipControlsCommand(about));
  expect(OwnershipControls?.Rules).toEqual([ownership]);
  const suspend = new PutBucketVersioningCommand({
    ...about,
    VersioningConfiguration: { Status: 'Suspended' },
  });
  expect(await failureOf(client.send(suspend))).toMatchObject({ code: 'InvalidBucketState', status: 409 });
});

test('what is put comes back, and can be deleted', async () => {
  const CORSConfiguration = {
    CORSRules: [
      {
        ID: 'web & app',
        AllowedOrigins: ['https://acme.example', 'http://localhost:*'],
        AllowedMethods: ['GET', 'HEAD'],
        AllowedHeaders: ['*'],
        ExposeHeaders: ['etag'],
        MaxAgeSeconds: 3000,
      },
    ],
  };
  await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration }));
  expect((await client.send(new GetBucketCorsCommand({ Bucket }))).CORSRules).toEqual(
    CORSConfiguration.CORSRules,
  );
  await client.send(new DeleteBucketCorsCommand({ Bucket }));
  expect(await failureOf(ask.GetBucketCors())).toMatchObject({ code: 'NoSuchCORSConfiguration' });

  const Rules = [
    {
      ID: 'old logs',
      Status: 'Enabled' as const,
      Filter: { And: { Prefix: 'logs/', Tags: [{ Key: 'keep', Value: 'no' }] } },
      Transitions: [{ Days: 30, StorageClass: 'GLACIER' as const }],
      Expiration: { Days: 365 },
      NoncurrentVersionExpiration: { NoncurrentDays: 30, NewerNoncurrentVersions: 3 },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
    },
  ];
  const LifecycleConfiguration = { Rules };
  await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
  expect((await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).Rules).toEqual(Rules);
  await client.send(new DeleteBucketLifecycleCommand({ Bucket }));

  const TagSet = [{ Key: 'cost centre', Value: 'R&D <1>' }];
  await client.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
  expect((await client.send(new GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual(TagSet);
  await client.send(new DeleteBucketTaggingCommand({ Bucket }));
  const twice = new PutBucketTaggingCommand({
    Bucket,
    Tagging: { TagSet: [TagSet, TagSet].flat() },
  });
  expect(await failureOf(client.send(twice))).toMatchObject({ code: 'InvalidTag', status: 400 });

  const WebsiteConfiguration = {
    IndexDocument: { Suffix: 'index.html' },
    ErrorDocument: { Key: '404.html' },
  };
  await client.send(new PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration }));
  expect(await client.send(new GetBucketWebsiteCommand({ Bucket }))).toMatchObject(WebsiteConfiguration);
  const LoggingEnabled = { TargetBucket: 'virginia', TargetPrefix: 'logs/' };
  await client.send(new PutBucketLoggingCommand({ Bucket, BucketLoggingStatus: { LoggingEnabled } }));
  expect(await client.send(new GetBucketLoggingCommand({ Bucket }))).toMatchObject({ LoggingEnabled });
  const AccelerateConfiguration = { Status: 'Enabled' } as const;
  await client.send(new PutBucketAccelerateConfigurationCommand({ Bucket, AccelerateConfiguration }));
  expect((await client.send(new GetBucketAccelerateConfigurationCommand({ Bucket }))).Status).toBe('Enabled');
  const RequestPaymentConfiguration = { Payer: 'Requester' } as const;
  await client.send(new PutBucketRequestPaymentCommand({ Bucket, RequestPaymentConfiguration }));
  expect((await client.send(new GetBucketRequestPaymentCommand({ Bucket }))).Payer).toBe('Requester');
});

test('defaults can be changed; deleted, encryption goes back and the others are gone', async () => {
  const rule = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/files' } as const;
  const ServerSideEncryptionConfiguration = {
    Rules: [{ ApplyServerSideEncryptionByDefault: rule, BucketKeyEnabled: true }],
  };
  await client.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
  const algorithm = async () =>
    (await client.send(new GetBucketEncryptionCommand({ Bucket }))).ServerSideEncryptionConfiguration
      ?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm;
  expect(await algorithm()).toBe('aws:kms');
  await client.send(new DeleteBucketEncryptionCommand({ Bucket }));
  expect(await algorithm()).toBe('AES256');
  const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' as const }] };
  await client.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls }));
  await client.send(new DeleteBucketOwnershipControlsCommand({ Bucket }));
  expect(await failureOf(ask.GetBucketOwnershipControls())).toMatchObject({
    code: 'OwnershipControlsNotFoundError',
  });
  await client.send(new DeletePublicAccessBlockCommand({ Bucket }));
  expect(await failureOf(ask.GetPublicAccessBlock())).toMatchObject({
    code: 'NoSuchPublicAccessBlockConfiguration',
  });
});

test('replication and object lock take versions', async () => {
  const Destination = { Bucket: 'arn:aws:s3:::ireland' };
  const ReplicationConfiguration = {
    Role: 'arn:aws:iam::111122223333:role/replicate',
    Rules: [{ ID: 'all', Status: 'Enabled' as const, Filter: { Prefix: '' }, Destination }],
  };
  const replicate = () => client.send(new PutBucketReplicationCommand({ Bucket, ReplicationConfiguration }));
  const DefaultRetention = { Mode: 'GOVERNANCE', Days: 30 } as const;
  const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention } } as const;
  const lock = () => client.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
  expect(await failureOf(replicate())).toMatchObject({ code: 'InvalidRequest' });
  expect(await failureOf(lock())).toMatchObject({ code: 'InvalidBucketState', status: 409 });
  under.s3.store.bucket(Bucket).versioning = 'Enabled';
  await Promise.all([replicate(), lock()]);
  expect(await client.send(new GetBucketReplicationCommand({ Bucket }))).toMatchObject({
    ReplicationConfiguration,
  });
  expect(await client.send(new GetObjectLockConfigurationCommand({ Bucket }))).toMatchObject({
    ObjectLockConfiguration,
  });
});

test('a policy comes back to the letter, and its status says whether it is public', async () => {
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::444455556666:root' },
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${Bucket}/*`,
  };
  const policyOf = (Statement: object) => JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
  const put = (Policy: string) => client.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  const status = async () =>
    (await client.send(new GetBucketPolicyStatusCommand({ Bucket }))).PolicyStatus?.IsPublic;
  await put(policyOf([statement]));
  expect((await client.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(policyOf([statement]));
  expect(await status()).toBe(false);
  const everyone = policyOf({ ...statement, Principal: '*' });
  expect(await failureOf(put(everyone))).toMatchObject({ code: 'AccessDenied', status: 403 });
  const PublicAccessBlockConfiguration = { BlockPublicAcls: true, BlockPublicPolicy: false };
  await client.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
  await put(everyone);
  expect(await status()).toBe(true);
  await put(policyOf([{ ...statement, Principal: { AWS: '*' }, Condition: { Bool: {} } }]));
  expect(await status()).toBe(false);
  for (const bad of ['no JSON', '[]', '{}', '{"Statement":["x"]}']) {
    expect(await failureOf(put(bad))).toMatchObject({ code: 'MalformedPolicy', status: 400 });
  }
  await client.send(new DeleteBucketPolicyCommand({ Bucket }));
  expect(await failureOf(ask.GetBucketPolicy())).toMatchObject({ code: 'NoSuchBucketPolicy' });
});

test('a setting of the wrong kind is malformed', async () => {
  const RequestPaymentConfiguration = { Payer: 'Nobody' as 'Requester' };
  const put = client.send(new PutBucketRequestPaymentCommand({ Bucket, RequestPaymentConfiguration }));
  expect(await failureOf(put)).toMatchObject({ code: 'MalformedXML', status: 400 });
});
