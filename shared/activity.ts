import type { AppError } from './app-error.ts';

export type ActivityAction =
  'sign-in' | 'sign-out' | 'list-accounts' | 'list-roles' | 'list-buckets' | 'open-bucket';

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
