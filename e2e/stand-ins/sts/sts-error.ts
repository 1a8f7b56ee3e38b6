/** An error as STS answers it. */
export class StsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.name = 'StsError';
    this.code = code;
    this.status = status;
  }
}

export function accessDenied(message: string): StsError {
  return new StsError('AccessDenied', 403, message);
}

export function validationError(message: string): StsError {
  return new StsError('ValidationError', 400, message);
}
