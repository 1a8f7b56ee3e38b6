import type { Shape } from './key-shapes.ts';

/** What the bench asks of the process that serves the lists. */
export type ServerRequest =
  | { readonly kind: 'open'; readonly shape: Shape; readonly count: number }
  /** Forgets what was counted; every answer waits so long from now on. */
  | { readonly kind: 'begin'; readonly latencyMs: number }
  | { readonly kind: 'tally' };

export interface ServerReplies {
  listening: { readonly url: string };
  open: OpenedBucket;
  begin: null;
  tally: Tally;
}

export interface OpenedBucket {
  readonly bucket: string;
  readonly keys: number;
  /** See `KeyDigest`. */
  readonly sum: string;
  /** 63 keys that cut the bucket into 64 parts of one size. */
  readonly boundaries: readonly string[];
}

/** What the server saw since it was told to begin. */
export interface Tally {
  readonly requests: number;
  /** Of those, how many listed, in which version, and with a delimiter. */
  readonly v1: number;
  readonly v2: number;
  readonly delimited: number;
  /** Most requests under way at one time. */
  readonly atOnce: number;
  /** {@link monotonicMs} at which the first request came; absent where none did. */
  readonly firstAt?: number;
  /** Processor time of the server in milliseconds. */
  readonly cpuMs: number;
}

/** Milliseconds on a clock that all processes of this machine share. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
