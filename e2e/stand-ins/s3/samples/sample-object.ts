import type { SeedProperties } from '../store/seed-object.ts';

/** One object of the samples: text or bytes to be stored as they are, or a size whose bytes are made up. */
export interface SampleObject extends Omit<SeedProperties, 'lastModified'> {
  readonly key: string;
  readonly body: string | Uint8Array | number;
  /** Days before the samples' newest day. */
  readonly daysAgo: number;
}

/** A deletion in a bucket with versions, which leaves a marker. */
export interface SampleDeletion {
  readonly key: string;
  readonly daysAgo: number;
  readonly isDeleted: true;
}

/** Something that happened to a key. Where one has several, each makes a version. */
export type SampleEvent = SampleObject | SampleDeletion;
