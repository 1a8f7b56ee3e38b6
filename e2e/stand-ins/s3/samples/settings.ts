import type { SettingName } from '../store/bucket-settings.ts';
import { KMS_KEY } from './records.ts';
import { TERRAFORM_VERSIONS_SINCE } from './terraform-history.ts';
import { WEBSITE_VERSIONS_SINCE } from './website-history.ts';

/** What a sample bucket has that a new one has not. */
export interface SampleSettings {
  /** Days before the samples' newest day; what is older has the version `null`. */
  readonly versionsSince?: number;
  /** What stands between the tags of the setting's root element; `null` takes a default away. */
  readonly settings?: Readonly<Partial<Record<SettingName, string | null>>>;
  readonly policy?: object;
}

/** Settings by bucket. The roots that go around them are S3's. */
export const SAMPLE_SETTINGS: Readonly<Record<string, SampleSettings>> = {
  'acme-assets': {
    settings: {
      publicAccessBlock: null,
      cors: rule('CORSRule', {
        ID: 'web fonts',
        AllowedOrigin: 'https://www.acme.example',
        AllowedMethod: 'GET',
        AllowedHeader: '*',
        MaxAgeSeconds: '3600',
      }),
      tagging: tags({ team: 'brand', 'cost centre': '4100' }),
    },
    policy: allow('PublicRead', '*', 's3:GetObject', 'arn:aws:s3:::acme-assets/*'),
  },
  'acme-www.acme.example': {
    versionsSince: WEBSITE_VERSIONS_SINCE,
    settings: {
      publicAccessBlock: null,
      website:
        '<IndexDocument><Suffix>index.html</Suffix></IndexDocument><ErrorDocument><Key>404.html</Key></ErrorDocument>',
      lifecycle: rule('Rule', {
        ID: 'old versions after 90 days',
        Filter: '',
        Status: 'Enabled',
        NoncurrentVersionExpiration:
          '<NoncurrentDays>90</NoncurrentDays><NewerNoncurrentVersions>3</NewerNoncurrentVersions>',
        Expiration: '<ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker>',
      }),
    },
    policy: allow('PublicRead', '*', 's3:GetObject', 'arn:aws:s3:::acme-www.acme.example/*'),
  },
  'acme-customer-uploads': {
    settings: {
      lifecycle: rule('Rule', {
        ID: 'inbox to archive',
        Filter: '<Prefix>inbox/</Prefix>',
        Status: 'Enabled',
        Transition: '<Days>90</Days><StorageClass>GLACIER</StorageClass>',
      }),
      logging:
        '<LoggingEnabled><TargetBucket>acme-alb-access-logs-111122223333-eu-west-1</TargetBucket><TargetPrefix>s3/</TargetPrefix></LoggingEnabled>',
      tagging: tags({ team: 'support', data: 'personal' }),
    },
  },
  'acme-cloudtrail-111122223333': {
    settings: {
      lifecycle:
        rule('Rule', {
          ID: 'to the archive after a quarter',
          Filter: '<Prefix>AWSLogs/</Prefix>',
          Status: 'Enabled',
          Transition: '<Days>90</Days><StorageClass>GLACIER</StorageClass>',
          Expiration: '<Days>2555</Days>',
        }) +
        rule('Rule', {
          ID: 'digests',
          Filter: '<And><Prefix>AWSLogs/</Prefix><Tag><Key>kind</Key><Value>digest</Value></Tag></And>',
          Status: 'Disabled',
          Expiration: '<Days>30</Days>',
        }),
    },
    policy: allow(
      'AWSCloudTrailWrite',
      { Service: 'cloudtrail.amazonaws.com' },
      's3:PutObject',
      'arn:aws:s3:::acme-cloudtrail-111122223333/AWSLogs/111122223333/*',
    ),
  },
  'acme-dev-terraform-state': { versionsSince: TERRAFORM_VERSIONS_SINCE },
  'acme-gdpr-erasure-audit': {
    versionsSince: 2000,
    settings: {
      'object-lock':
        '<ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Years>7</Years></DefaultRetention></Rule>',
      encryption: rule('Rule', {
        ApplyServerSideEncryptionByDefault: `<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>${KMS_KEY}</KMSMasterKeyID>`,
        BucketKeyEnabled: 'true',
      }),
      replication:
        '<Role>arn:aws:iam::777788889999:role/s3-replication</Role>' +
        rule('Rule', {
          ID: 'everything to Osaka',
          Priority: '1',
          Filter: '',
          Status: 'Enabled',
          DeleteMarkerReplication: '<Status>Disabled</Status>',
          Destination:
            '<Bucket>arn:aws:s3:::acme-data-warehouse-nightly-snapshots-disaster-recovery-osaka-1</Bucket><StorageClass>GLACIER</StorageClass>',
        }),
      tagging: tags({ team: 'legal', data: 'personal', 'cost centre': '9000' }),
    },
  },
  'open-weather-archive': { settings: { requestPayment: '<Payer>Requester</Payer>' } },
};

/** An element with elements in it, whose texts are XML already. */
function rule(name: string, content: Readonly<Record<string, string>>): string {
  const children = Object.entries(content).map(([child, xml]) => `<${child}>${xml}</${child}>`);
  return `<${name}>${children.join('')}</${name}>`;
}

function tags(values: Readonly<Record<string, string>>): string {
  const set = Object.entries(values).map(([Key, Value]) => rule('Tag', { Key, Value }));
  return `<TagSet>${set.join('')}</TagSet>`;
}

function allow(Sid: string, Principal: unknown, Action: string, Resource: string): object {
  return { Version: '2012-10-17', Statement: [{ Sid, Effect: 'Allow', Principal, Action, Resource }] };
}
