import type { SampleObject } from './sample-object.ts';
import { series, spread, two } from './series.ts';
import { MiB } from './sizes.ts';

/** Another company's data, for which whoever asks for it pays. */
export function openData(): SampleObject[] {
  return [
    {
      key: 'README.txt',
      body: 'Hourly observations of 4,000 stations. You pay for requests and transfer.\n',
      daysAgo: 700,
      contentType: 'text/plain',
    },
    ...series(72, (i) => ({
      key: `observations/${2021 + Math.floor(i / 12)}/${two(1 + (i % 12))}.csv.gz`,
      body: 90 * MiB + spread(i, 20 * MiB),
      daysAgo: 2100 - i * 29,
    })),
  ];
}
