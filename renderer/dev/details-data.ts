import { appError } from '../../shared/app-error.ts';
import type { BucketDetails } from '../../shared/bucket-details.ts';
import type { DeletionState } from '../../shared/deletion.ts';
import type { IncompleteUpload } from '../../shared/multipart-upload.ts';
import type { ObjectDetails, ObjectVersion } from '../../shared/object-details.ts';
import type { TextComparison } from '../../shared/preview.ts';
import { NOW } from './sample-data.ts';

const DAY = 86_400_000;
export const AT = { target: { kind: 'profile', profile: 'prod-ro' }, bucket: 'invoices-2026' } as const;
export const KEY = '2026/11/invoice-4711 (final).json';

const denied = (action: string) =>
  ({
    state: 'failed',
    error: appError('s3.access-denied', { action, resource: 'arn:aws:s3:::invoices-2026' }),
  }) as const;

export const OBJECT: ObjectDetails = {
  key: KEY,
  size: 12_104_233,
  modified: NOW - 3 * DAY,
  etag: '9b2cf535f27731c974343645a3985328-2',
  storageClass: 'STANDARD_IA',
  versionId: '3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY',
  contentType: 'application/json',
  headers: [
    { key: 'cache-control', value: 'max-age=3600' },
    { key: 'content-encoding', value: 'gzip' },
  ],
  metadata: [
    { key: 'source', value: 'billing-export' },
    { key: 'kunde', value: '株式会社サンプル' },
  ],
  encryption: {
    algorithm: 'aws:kms',
    keyId: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    bucketKey: true,
  },
  checksums: {
    state: 'known',
    value: [{ algorithm: 'CRC64NVME', value: 'AAAAAHkFlQ0=', type: 'FULL_OBJECT' }],
  },
  tags: { state: 'known', value: [{ key: 'retention', value: '7y' }] },
  owner: denied('s3:GetObjectAcl'),
  lock: { state: 'known', value: { mode: 'GOVERNANCE', until: NOW + 300 * DAY } },
  legalHold: { state: 'none' },
  replication: 'COMPLETED',
  expiration: { at: NOW + 90 * DAY, rule: 'expire-old' },
  uploadedParts: 2,
};

export const BUCKET: BucketDetails = {
  bucket: 'invoices-2026',
  region: 'eu-west-1',
  versioning: { state: 'known', value: { status: 'Enabled', mfaDelete: false } },
  encryption: { state: 'known', value: { algorithm: 'AES256', bucketKey: false } },
  publicAccess: {
    state: 'known',
    value: {
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: false,
      restrictPublicBuckets: true,
    },
  },
  policyStatus: { state: 'known', value: { isPublic: false } },
  policy: {
    state: 'known',
    value:
      '{"Version":"2012-10-17","Statement":[{"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::invoices-2026","arn:aws:s3:::invoices-2026/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}',
  },
  cors: {
    state: 'known',
    value: [
      {
        origins: ['https://app.acme.example'],
        methods: ['GET', 'HEAD'],
        headers: ['*'],
        exposed: [],
        maxAgeSeconds: 3000,
      },
    ],
  },
  lifecycle: {
    state: 'known',
    value: [
      {
        id: 'archive',
        enabled: true,
        scope: ['prefix=logs/', 'tag:tier=cold'],
        actions: [
          { kind: 'transition', storageClass: 'GLACIER', days: 30 },
          { kind: 'expire', days: 365 },
          { kind: 'expire-noncurrent', days: 90, keep: 3 },
        ],
      },
      { id: '', enabled: false, scope: [], actions: [{ kind: 'abort-uploads', days: 1 }] },
    ],
  },
  tags: { state: 'known', value: [{ key: 'cost-center', value: '4711' }] },
  ownership: { state: 'known', value: 'BucketOwnerEnforced' },
  objectLock: { state: 'none' },
  replication: denied('s3:GetReplicationConfiguration'),
  logging: { state: 'known', value: { bucket: 'acme-access-logs', prefix: 'invoices/' } },
  website: { state: 'none' },
  requester: { state: 'known', value: 'BucketOwner' },
};

/** A role that may list and little else. */
export const GUARDED: BucketDetails = {
  ...BUCKET,
  versioning: denied('s3:GetBucketVersioning'),
  encryption: denied('s3:GetEncryptionConfiguration'),
  publicAccess: denied('s3:GetBucketPublicAccessBlock'),
  policyStatus: denied('s3:GetBucketPolicyStatus'),
  policy: denied('s3:GetBucketPolicy'),
  cors: denied('s3:GetBucketCORS'),
  lifecycle: denied('s3:GetLifecycleConfiguration'),
  tags: denied('s3:GetBucketTagging'),
  ownership: denied('s3:GetBucketOwnershipControls'),
  objectLock: denied('s3:GetBucketObjectLockConfiguration'),
  logging: denied('s3:GetBucketLogging'),
  website: denied('s3:GetBucketWebsite'),
  requester: { state: 'unsupported' },
};

export const VERSIONS: readonly ObjectVersion[] = Array.from({ length: 14 }, (_, index) => ({
  key: KEY,
  versionId: index === 13 ? 'null' : `${'3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrH'.slice(index)}${index}`,
  isLatest: index === 0,
  deleteMarker: index === 4,
  modified: NOW - index * 2.3 * DAY,
  size: 12_000 - index * 311,
  storageClass: 'STANDARD',
}));

export const FOLDER_VERSIONS: readonly ObjectVersion[] = ['a.csv', 'b.parquet', 'notes.txt'].flatMap(
  (name, row) =>
    [0, 1, 2].map((index) => ({
      key: `2026/11/${name}`,
      versionId: `v${index}${name}`,
      isLatest: index === 0,
      deleteMarker: row === 2 && index === 0,
      modified: NOW - (index * 5 + row) * DAY,
      size: 1000 * (row + 1) * (3 - index),
      storageClass: 'STANDARD',
    })),
);

export const COMPARISON: TextComparison = {
  lines: Array.from({ length: 60 }, (_, index) => {
    if (index === 20) return { kind: 'removed', text: '  "total": 1190.00,', before: 21 } as const;
    if (index === 21) return { kind: 'added', text: '  "total": 1309.00,', after: 21 } as const;
    if (index === 44) return { kind: 'added', text: '  "paid": true,', after: 44 } as const;
    return {
      kind: 'same',
      text: `  "line${index}": "unchanged",`,
      before: index + 1,
      after: index + 1,
    } as const;
  }),
  added: 2,
  removed: 1,
  partial: false,
};

export const UPLOADS: readonly IncompleteUpload[] = Array.from({ length: 37 }, (_, index) => ({
  key: `2026/1${index % 3}/backup-${index}.tar.zst`,
  uploadId: `upload${index}`,
  initiated: NOW - index * 0.7 * DAY - 3_600_000,
  storageClass: 'STANDARD',
  initiator: 'arn:aws:sts::111122223333:assumed-role/Backup/nightly',
}));

export const DELETION: DeletionState = {
  spec: { at: AT, scope: { kind: 'bucket' }, what: 'all-versions' },
  phase: 'counted',
  counted: true,
  found: { objects: 128_411, markers: 312, uploads: 2, bytes: 48_211_443_112 },
  deleted: { objects: 0, markers: 0, uploads: 0, bytes: 0 },
  refused: 0,
  refusals: [],
  versioning: 'Enabled',
  startedAt: NOW - 4000,
  calls: 129,
};
