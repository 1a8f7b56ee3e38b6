import type { SeedUpload } from '../store/seed-upload.ts';
import { series } from './series.ts';
import { MiB } from './sizes.ts';

/** An upload that was begun and never finished. */
export interface SampleUpload extends Omit<SeedUpload, 'initiated'> {
  readonly bucket: string;
  readonly key: string;
  readonly daysAgo: number;
}

/** What nobody sees in a listing and everybody pays for: from last night's to one of years ago. */
export const SAMPLE_UPLOADS: readonly SampleUpload[] = [
  upload('acme-customer-uploads', 'inbox/board-meeting.mp4', 0.4, 12),
  upload('acme-customer-uploads', 'inbox/board-meeting.mp4', 9, 3),
  upload('acme-customer-uploads', 'inbox/Scan 2026-03-02.tiff', 267, 1),
  upload('acme-customer-uploads', 'case-2481/recording.mp4', 5, 40),
  {
    ...upload('acme-backups-osaka', 'postgres/base/20251201/base.tar.zst', 358, 700),
    storageClass: 'GLACIER',
  },
  upload('acme-backups-osaka', 'postgres/wal/000000010000002A.zst', 2, 5),
  upload('acme-data-lake-raw', 'orders/year=2022/month=07/_temporary/part-00017.parquet', 1590, 9),
  upload('acme-dev-artifacts', 'web/abandoned/bundle.tar.gz', 31, 0),
];

function upload(bucket: string, key: string, daysAgo: number, parts: number): SampleUpload {
  return { bucket, key, daysAgo, partSizes: series(parts, () => 8 * MiB) };
}
