import { invalidRequest, malformedXml } from '../errors.ts';
import { leaf } from '../http/xml-writer.ts';
import type { Operation } from '../operation.ts';
import { S3Error } from '../s3-error.ts';
import { defaultEncryption, type SettingName } from '../store/bucket-settings.ts';
import { childText } from '../http/xml-reader.ts';
import { readTags } from '../store/tag.ts';
import { type BucketSetting, settingRoutes } from './bucket-setting.ts';

/** Most tags of a bucket. */
const MOST_TAGS = 50;

/** (S3 API reference for roots and codes; service authorization reference for actions, which aren't always named alike.) */
const SETTINGS: readonly BucketSetting[] = [
  {
    resource: 'encryption',
    operations: bucketOperations('Encryption'),
    actions: { get: 's3:GetEncryptionConfiguration', put: 's3:PutEncryptionConfiguration' },
    root: 'ServerSideEncryptionConfiguration',
    absent: {
      code: 'ServerSideEncryptionConfigurationNotFoundError',
      message: 'The server side encryption configuration was not found',
    },
    afterDelete: defaultEncryption,
  },
  {
    resource: 'publicAccessBlock',
    operations: {
      get: 'GetPublicAccessBlock',
      put: 'PutPublicAccessBlock',
      delete: 'DeletePublicAccessBlock',
    },
    actions: bucketActions('PublicAccessBlock'),
    root: 'PublicAccessBlockConfiguration',
    absent: {
      code: 'NoSuchPublicAccessBlockConfiguration',
      message: 'The public access block configuration was not found',
    },
  },
  {
    resource: 'cors',
    operations: bucketOperations('Cors'),
    actions: bucketActions('CORS'),
    root: 'CORSConfiguration',
    absent: { code: 'NoSuchCORSConfiguration', message: 'The CORS configuration does not exist' },
  },
  {
    resource: 'lifecycle',
    operations: { ...bucketOperations('LifecycleConfiguration'), delete: 'DeleteBucketLifecycle' },
    actions: { get: 's3:GetLifecycleConfiguration', put: 's3:PutLifecycleConfiguration' },
    root: 'LifecycleConfiguration',
    absent: { code: 'NoSuchLifecycleConfiguration', message: 'The lifecycle configuration does not exist' },
  },
  {
    resource: 'ownershipControls',
    operations: bucketOperations('OwnershipControls'),
    actions: bucketActions('OwnershipControls'),
    root: 'OwnershipControls',
    absent: {
      code: 'OwnershipControlsNotFoundError',
      message: 'The bucket ownership controls were not found',
    },
  },
  {
    resource: 'replication',
    operations: bucketOperations('Replication'),
    actions: { get: 's3:GetReplicationConfiguration', put: 's3:PutReplicationConfiguration' },
    root: 'ReplicationConfiguration',
    absent: {
      code: 'ReplicationConfigurationNotFoundError',
      message: 'The replication configuration was not found',
    },
    check(_setting, { versioning }) {
      if (versioning === 'Enabled') return;
      throw invalidRequest("Versioning must be 'Enabled' on the bucket to apply a replication configuration");
    },
  },
  {
    resource: 'object-lock',
    operations: { get: 'GetObjectLockConfiguration', put: 'PutObjectLockConfiguration' },
    actions: bucketActions('ObjectLockConfiguration'),
    root: 'ObjectLockConfiguration',
    absent: {
      code: 'ObjectLockConfigurationNotFoundError',
      message: 'Object Lock configuration does not exist for this bucket',
    },
    check(_setting, { versioning }) {
      if (versioning === 'Enabled') return;
      const message = "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration";
      throw new S3Error('InvalidBucketState', 409, message);
    },
  },
  {
    resource: 'website',
    operations: bucketOperations('Website'),
    actions: { ...bucketActions('Website'), delete: 's3:DeleteBucketWebsite' },
    root: 'WebsiteConfiguration',
    absent: {
      code: 'NoSuchWebsiteConfiguration',
      message: 'The specified bucket does not have a website configuration',
    },
  },
  {
    resource: 'tagging',
    operations: bucketOperations('Tagging'),
    actions: bucketActions('Tagging'),
    root: 'Tagging',
    absent: { code: 'NoSuchTagSet', message: 'The TagSet does not exist' },
    check: (setting) => void readTags(setting, MOST_TAGS),
  },
  {
    resource: 'logging',
    operations: undeletable('Logging'),
    actions: bucketActions('Logging'),
    root: 'BucketLoggingStatus',
    absent: '',
  },
  {
    resource: 'notification',
    operations: undeletable('NotificationConfiguration'),
    actions: bucketActions('Notification'),
    root: 'NotificationConfiguration',
    absent: '',
  },
  {
    resource: 'accelerate',
    operations: undeletable('AccelerateConfiguration'),
    actions: { get: 's3:GetAccelerateConfiguration', put: 's3:PutAccelerateConfiguration' },
    root: 'AccelerateConfiguration',
    absent: '',
  },
  {
    resource: 'requestPayment',
    operations: undeletable('RequestPayment'),
    actions: bucketActions('RequestPayment'),
    root: 'RequestPaymentConfiguration',
    absent: leaf('Payer', 'BucketOwner'),
    check(setting) {
      if (!['BucketOwner', 'Requester'].includes(childText(setting, 'Payer') ?? '')) throw malformedXml();
    },
  },
];

/** The root element of a setting. */
export function rootOf(name: SettingName): string {
  return SETTINGS.find((setting) => setting.resource === name)?.root ?? name;
}

/** The routes of all settings above. */
export const SETTING_ROUTES: Readonly<Record<string, Operation>> = Object.assign(
  {},
  ...SETTINGS.map(settingRoutes),
);

function bucketOperations(name: string): { get: string; put: string; delete: string } {
  return { ...undeletable(name), delete: `DeleteBucket${name}` };
}

function undeletable(name: string): { get: string; put: string } {
  return { get: `GetBucket${name}`, put: `PutBucket${name}` };
}

function bucketActions(name: string): { get: string; put: string } {
  return { get: `s3:GetBucket${name}`, put: `s3:PutBucket${name}` };
}
