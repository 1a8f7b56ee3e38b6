import type { SyntheticS3 } from './start-synthetic-s3.ts';
import type { OpenedBucket } from './server-messages.ts';

/** What a client is to list: a whole bucket. */
export interface Target {
  readonly server: SyntheticS3;
  readonly bucket: OpenedBucket;
}

export interface ClientRun {
  /** From the start of the listing work (for other programs: from their first request) to its end. */
  readonly ms: number;
  readonly keys: number;
  /** See `KeyDigest`; absent for a client that doesn't look at keys. */
  readonly sum?: string;
  /** The most memory that the process held, in bytes; absent where the system doesn't tell. */
  readonly peakBytes?: number;
  /** Processor time, all threads; unlike the time on the clock hardly touched by what else the machine does. */
  readonly cpuMs?: number;
  /** From the start to the moment at which rows could be shown. */
  readonly firstRowsMs?: number;
}

export interface ListingClient {
  readonly name: string;
  /** As it names itself; absent for our own programs. */
  readonly version?: string;
  /** Slow ones list fewer keys unless everything is wanted in full. */
  readonly slow: boolean;
  /** What is missing here; absent where the client can run. */
  readonly missing?: string;
  run(target: Target): Promise<ClientRun>;
}
