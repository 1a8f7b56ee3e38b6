import type { ListingFault } from './listing-faults.ts';
import type { SlowDown } from './throttle.ts';

/** What can be changed while the stand-in runs; every request reads them afresh. */
export interface S3Knobs {
  /**
   * What a request signed for another region than the bucket's gets: `400` as from the endpoint the
   * bucket's name leads to (`AuthorizationHeaderMalformed` with the right `<Region>`), `301` as from another
   * region's endpoint (`PermanentRedirect`). One loopback address stands for every endpoint, so it can't tell by itself.
   */
  regionMismatch: '400' | '301';
  /** Milliseconds added before every answer, as a distant region would. */
  latencyMs: number;
  /** Smallest size in bytes of a part that isn't the last one. S3's is 5 MiB; tests may want less. */
  minPartSize: number;
  /** Milliseconds until the copy that RestoreObject asks for can be read. */
  restoreMs: number;
  /** When SlowDown is answered. */
  slowDown: SlowDown | undefined;
  /** How buckets list wrongly, by bucket. */
  listingFaults: Record<string, readonly ListingFault[]>;
}

export function defaultKnobs(): S3Knobs {
  return {
    regionMismatch: '400',
    latencyMs: 0,
    minPartSize: 5 * 1024 * 1024,
    restoreMs: 4 * 3_600_000,
    slowDown: undefined,
    listingFaults: {},
  };
}
