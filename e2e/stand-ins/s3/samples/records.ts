import type { SampleObject } from './sample-object.ts';
import { mark, series, spread, two } from './series.ts';
import { GiB, KiB } from './sizes.ts';

const END_OF_2032 = Date.UTC(2032, 11, 31);

/** Records that may not be deleted: under retention, one under a legal hold, one that may be let go by who is allowed to. */
export function lockedRecords(): SampleObject[] {
  const requests = series(36, (i): SampleObject => ({
    key: `requests/2026/${two(1 + (i % 11))}/erasure-${4000 + i}.json`,
    body: `${JSON.stringify({ request: 4000 + i, subject: mark(i), done: true }, null, 2)}\n`,
    daysAgo: 320 - (i % 11) * 29,
    contentType: 'application/json',
    retention: { mode: 'COMPLIANCE', until: END_OF_2032 },
    tags: { kind: 'gdpr-erasure', reviewed: i % 4 === 0 ? 'no' : 'yes' },
    headers: {
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': KMS_KEY,
    },
    checksum: 'SHA256',
  }));
  return [
    ...requests,
    {
      key: 'litigation/acme-vs-road-runner.pdf',
      body: 900 * KiB,
      daysAgo: 210,
      legalHold: true,
      tags: { matter: '2026-17', confidentiality: 'high' },
      headers: { 'x-amz-replication-status': 'COMPLETED' },
    },
    {
      key: 'drafts/policy-2027.docx',
      body: 120 * KiB,
      daysAgo: 12,
      retention: { mode: 'GOVERNANCE', until: END_OF_2032 },
      legalHold: false,
      headers: { 'x-amz-replication-status': 'PENDING' },
    },
    {
      key: 'exports/2026-10.csv',
      body: 40 * KiB + spread(1, KiB),
      daysAgo: 24,
      headers: {
        'x-amz-replication-status': 'FAILED',
        'x-amz-expiration': 'expiry-date="Wed, 30 Dec 2026 00:00:00 GMT", rule-id="exports after 60 days"',
      },
    },
  ];
}

export const KMS_KEY = 'arn:aws:kms:eu-west-1:777788889999:key/7d1f4a52-0c3e-4b1a-9a55-2f6c1f0e8b21';

/** Backups that were asked back from the archive: one is there for two days, one is on its way. @param now epoch milliseconds */
export function restoredBackups(now: number): SampleObject[] {
  const hour = 3_600_000;
  return [
    {
      key: 'postgres/restored/2026-10-01.tar.zst',
      body: 44 * GiB,
      daysAgo: 54,
      storageClass: 'GLACIER',
      restore: { readyAt: now - 5 * hour, expiresAt: now + 43 * hour },
    },
    {
      key: 'postgres/restored/2026-10-15.tar.zst',
      body: 45 * GiB,
      daysAgo: 40,
      storageClass: 'DEEP_ARCHIVE',
      restore: { readyAt: now + 9 * hour, expiresAt: now + 57 * hour },
    },
  ];
}
