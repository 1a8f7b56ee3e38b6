import type { SampleObject } from './sample-object.ts';
import { mark, spread, two } from './series.ts';
import { KiB, MiB } from './sizes.ts';

const TRACES = 120_000;
const DAYS = 60;
const DAY_SECONDS = 86_400;

export const OBSERVABILITY_BUCKET = 'acme-prod-observability-long-term-archive-111122223333-us-east1';

/**
 * One folder with more keys than fit in a hundred pages, and a tree of dates and hours. In S3's order, and one at a time: that
 * is the quickest way to store so many.
 */
export function* observability(): Generator<SampleObject> {
  for (let i = 0; i < DAYS * 24; i++) {
    const date = new Date(Date.UTC(2026, 8, 25) + Math.floor(i / 24) * DAY_SECONDS * 1000);
    const [year, month, day] = date.toISOString().slice(0, 10).split('-');
    yield {
      key: `metrics/year=${year}/month=${month}/day=${day}/hour=${two(i % 24)}/part-00000.parquet`,
      body: 3 * MiB + spread(i, 5 * MiB),
      daysAgo: DAYS - i / 24,
      storageClass: i < 30 * 24 ? 'STANDARD_IA' : 'STANDARD',
    };
  }
  for (let i = 0; i < TRACES; i++) {
    yield {
      key: `traces/2026-11-23/${timeOfDay((i * DAY_SECONDS) / TRACES)}-${mark(i)}.json.gz`,
      body: KiB + spread(i, 9 * KiB),
      daysAgo: 1.5 - i / TRACES,
    };
  }
}

function timeOfDay(seconds: number): string {
  const second = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  return `${two(hours)}${two(minutes)}${two(second % 60)}${String(Math.floor((seconds % 1) * 1000)).padStart(3, '0')}`;
}
