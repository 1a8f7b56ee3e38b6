import { HAND_MADE } from './hand-made.ts';
import { machineMade } from './machine-made.ts';
import { oddKeys } from './odd-keys.ts';
import { openData } from './open-data.ts';
import { lockedRecords, restoredBackups } from './records.ts';
import type { SampleEvent } from './sample-object.ts';
import { supportCase } from './support-case.ts';
import { terraformHistory } from './terraform-history.ts';
import { WEBSITE_HISTORY } from './website-history.ts';

/**
 * What happened in the sample buckets; those that are left out stay empty, or are filled by `observability`. The same in every run but for the restored
 * backups, which go by the time of the run.
 * @param now epoch milliseconds
 */
export function sampleEvents(now: number): ReadonlyMap<string, readonly SampleEvent[]> {
  const byBucket = new Map<string, SampleEvent[]>();
  const sources: Readonly<Record<string, readonly SampleEvent[]>>[] = [
    HAND_MADE,
    machineMade(),
    {
      'acme-www.acme.example': WEBSITE_HISTORY,
      'acme-customer-uploads': supportCase(),
      'acme-dev-terraform-state': terraformHistory(),
      'acme-odd-keys': oddKeys(),
      'acme-gdpr-erasure-audit': lockedRecords(),
      'acme-backups-osaka': restoredBackups(now),
      'open-weather-archive': openData(),
    },
  ];
  for (const source of sources) {
    for (const [bucket, events] of Object.entries(source)) {
      byBucket.set(bucket, (byBucket.get(bucket) ?? []).concat(events));
    }
  }
  return byBucket;
}
