import type { AppError } from './app-error.ts';
import type { BucketAddress } from './bucket-address.ts';

/** What to delete: a whole bucket's content, everything below a prefix, or the rows selected in a listing. */
export type DeletionScope =
  | { readonly kind: 'bucket' }
  | { readonly kind: 'prefix'; readonly prefix: string }
  /** Folders among them stand for everything below them. */
  | { readonly kind: 'selection'; readonly listingId: string };

export interface DeletionSpec {
  readonly at: BucketAddress;
  readonly scope: DeletionScope;
  /**
   * `current`: as `aws s3 rm` does; in a bucket with versions that leaves delete markers, which can be undone.
   * `all-versions`: every version and marker, for ever; incomplete uploads too where the whole bucket is meant.
   */
  readonly what: 'current' | 'all-versions';
}

/**
 * A deletion in two steps: it is counted first, and carried out only after the person saw the numbers. It goes on
 * when the page is closed, until it is done or stopped.
 */
export interface DeletionState {
  readonly spec: DeletionSpec;
  readonly phase: DeletionPhase;
  /** Counting has come to its end, so it may be carried out. */
  readonly counted: boolean;
  /** What counting found so far. */
  readonly found: DeletionCount;
  readonly deleted: DeletionCount;
  /** Of a selection: its rows, and the first few of them by whole key; folders end in `/`. */
  readonly selected?: { readonly rows: number; readonly first: readonly string[] };
  /** Those that S3 refused to delete: all of their number, and the first hundred by name. */
  readonly refused: number;
  readonly refusals: readonly DeletionRefusal[];
  readonly versioning: 'Enabled' | 'Suspended' | 'never' | 'unknown';
  readonly startedAt: number;
  readonly calls: number;
  readonly error?: AppError;
}

export type DeletionPhase = 'counting' | 'counted' | 'deleting' | 'done' | 'stopped' | 'failed';

export interface DeletionCount {
  /** Objects, or current and old versions where all versions are meant. */
  readonly objects: number;
  readonly markers: number;
  readonly uploads: number;
  readonly bytes: number;
}

export interface DeletionRefusal {
  readonly key: string;
  readonly versionId?: string;
  /** S3's error code. */
  readonly code: string;
}

/** By deletion id. */
export type Deletions = Readonly<Record<string, DeletionState>>;
