import type { SampleObject } from './sample-object.ts';
import { mark, series, spread, two } from './series.ts';
import { GiB, KiB, MiB } from './sizes.ts';

/** What machines write: one object an hour, a day or a month. */
export function machineMade(): Record<string, SampleObject[]> {
  return {
    'acme-invoices': series(120, (i) => ({
      key: `${2016 + Math.floor(i / 12)}/${two((i % 12) + 1)}/invoice-${(100_000 + i * 37).toString()}.pdf`,
      body: 80 * KiB + spread(i, 60 * KiB),
      daysAgo: 3640 - i * 30,
      ...(i < 84 && { storageClass: 'GLACIER_IR' }),
    })),
    'acme-cloudtrail-111122223333': series(168, (i) => ({
      key: `AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/${two(17 + Math.floor(i / 24))}/111122223333_CloudTrail_us-east-1_202611${two(17 + Math.floor(i / 24))}T${two(i % 24)}05Z_${mark(i)}.json.gz`,
      body: 4 * KiB + spread(i, 90 * KiB),
      daysAgo: 7 - i / 24,
    })),
    'acme-alb-access-logs-111122223333-eu-west-1': series(96, (i) => ({
      key: `AWSLogs/111122223333/elasticloadbalancing/eu-west-1/2026/11/24/111122223333_elasticloadbalancing_eu-west-1_app.web.50dc6c495c0c9188_20261124T${two(Math.floor(i / 4))}${two((i % 4) * 15)}Z_10.0.${i % 3}.17_${mark(i)}.log.gz`,
      body: 200 * KiB + spread(i, 900 * KiB),
      daysAgo: 1 - i / 96,
    })),
    'acme-backups-osaka': series(24, (i) => ({
      key: `postgres/base/2025${two((i % 12) + 1)}${i < 12 ? '01' : '15'}/base.tar.zst`,
      body: 40 * GiB + spread(i, 9 * GiB),
      daysAgo: 690 - i * 15,
      storageClass: i < 18 ? 'DEEP_ARCHIVE' : 'GLACIER',
    })),
    'acme-dev-artifacts': series(60, (i) => ({
      key: `web/${mark(i)}/bundle.tar.gz`,
      body: 6 * MiB + spread(i, 2 * MiB),
      daysAgo: 60 - i,
    })),
    'acme-data-lake-raw': series(200, (i) => ({
      key: `orders/year=2026/month=${two((i % 10) + 1)}/day=${two(Math.floor(i / 10) + 1)}/part-00000-${mark(i)}.snappy.parquet`,
      body: 12 * MiB + spread(i, 20 * MiB),
      daysAgo: 320 - (i % 10) * 30,
    })),
    'acme-clickstream-us': series(240, (i) => ({
      key: `2026/11/${two(15 + Math.floor(i / 24))}/${two(i % 24)}/events-${mark(i)}.json.gz`,
      body: 1 * MiB + spread(i, 3 * MiB),
      daysAgo: 10 - i / 24,
    })),
    'acme-sensor-archive': series(48, (i) => ({
      key: `plant-${1 + (i % 4)}/2024/${two(1 + Math.floor(i / 4))}.csv.zst`,
      body: 700 * MiB + spread(i, 300 * MiB),
      daysAgo: 1000 - Math.floor(i / 4) * 30,
      storageClass: 'ONEZONE_IA',
    })),
  };
}
