import { type AppError, appError } from '../../shared/app-error.ts';

/** A call that failed; `error` says how, in the contract's terms. */
export class BridgeError extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'BridgeError';
    this.error = error;
  }
}

/** What to show for anything thrown. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof BridgeError) return thrown.error;
  return appError('internal', {}, thrown instanceof Error ? thrown.name : undefined);
}
