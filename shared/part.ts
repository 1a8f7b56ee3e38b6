import type { AppError } from './app-error.ts';

/**
 * One thing among several that were asked for: each has its own permission, and one that is refused doesn't
 * hide the others.
 */
export type Part<Value> =
  | { readonly state: 'known'; readonly value: Value }
  /** The service says that there is none. */
  | { readonly state: 'none' }
  /** An S3-compatible service that doesn't know such a thing. */
  | { readonly state: 'unsupported' }
  | { readonly state: 'failed'; readonly error: AppError };
