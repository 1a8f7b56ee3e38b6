import { AppFailure } from '../core/app-failure.ts';

/** What may be logged of something thrown: our own code, or the kind of error. Its text could quote anything. */
export function failureCode(thrown: unknown): string {
  if (thrown instanceof AppFailure) return thrown.error.code;
  return thrown instanceof Error ? thrown.name : typeof thrown;
}
