import { type AppError, type AppErrorCode, type AppErrorParams, appError } from '../../shared/app-error.ts';

/** An {@link AppError} on its way up the stack. Everything the core throws on purpose is one of these. */
export class AppFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError, options?: ErrorOptions) {
    super(error.code, options);
    this.name = 'AppFailure';
    this.error = error;
  }
}

/** Shorthand: `throw failure('sign-in.denied', { session })`. */
export function failure<Code extends AppErrorCode>(
  code: Code,
  params: AppErrorParams[Code],
  technical?: string,
  cause?: unknown,
): AppFailure {
  return new AppFailure(appError(code, params, technical), cause === undefined ? undefined : { cause });
}
