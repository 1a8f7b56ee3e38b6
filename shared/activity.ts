import type { AppError } from './app-error.ts';

export type ActivityAction =
  | 'sign-in'
  | 'sign-out'
  | 'list-accounts'
  | 'list-roles'
  | 'list-buckets'
  | 'open-bucket'
  | 'create-bucket'
  | 'delete-bucket'
  | 'read-settings'
  | 'list-objects'
  | 'search-objects'
  | 'measure-folder'
  | 'read-object'
  | 'preview-object'
  | 'list-versions'
  | 'compare-versions'
  | 'list-uploads'
  | 'abort-upload'
  | 'count-objects'
  | 'delete-objects';

/** One thing that was done for the person, with the `aws` command it equals. */
export interface ActivityEntry {
  readonly id: number;
  readonly action: ActivityAction;
  /** The equal command; its arguments are quoted for a POSIX shell and hold no secret. */
  readonly command: string;
  /** Unix milliseconds. */
  readonly startedAt: number;
  readonly outcome: 'running' | 'ok' | 'failed' | 'cancelled';
  readonly durationMs?: number;
  /** Requests sent to AWS for it. */
  readonly calls: number;
  readonly error?: AppError;
}
