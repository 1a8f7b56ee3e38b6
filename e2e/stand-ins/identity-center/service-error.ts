/** The OIDC service's exceptions: HTTP status and the OAuth code in the body's `error` (public service model). */
const OIDC_EXCEPTIONS = {
  AccessDeniedException: [400, 'access_denied'],
  AuthorizationPendingException: [400, 'authorization_pending'],
  ExpiredTokenException: [400, 'expired_token'],
  InternalServerException: [500, 'server_error'],
  InvalidClientException: [401, 'invalid_client'],
  InvalidClientMetadataException: [400, 'invalid_client_metadata'],
  InvalidGrantException: [400, 'invalid_grant'],
  InvalidRedirectUriException: [400, 'invalid_redirect_uri'],
  InvalidRequestException: [400, 'invalid_request'],
  InvalidScopeException: [400, 'invalid_scope'],
  SlowDownException: [400, 'slow_down'],
  UnauthorizedClientException: [400, 'unauthorized_client'],
  UnsupportedGrantTypeException: [400, 'unsupported_grant_type'],
} as const satisfies Record<string, readonly [number, string]>;

/** The portal's exceptions. `ForbiddenException` is not in the model, but it is what the service sends. */
const PORTAL_EXCEPTIONS = {
  InvalidRequestException: 400,
  UnauthorizedException: 401,
  ForbiddenException: 403,
  ResourceNotFoundException: 404,
  TooManyRequestsException: 429,
} as const satisfies Record<string, number>;

/** An answer that is an error: what an AWS REST-JSON service puts into status, header and body. */
export class ServiceError extends Error {
  readonly status: number;
  /** Goes into the header `x-amzn-errortype`; the SDKs pick the exception class by it. */
  readonly exception: string;
  readonly body: Readonly<Record<string, string>>;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    exception: string,
    body: Readonly<Record<string, string>>,
    retryAfterSeconds?: number,
  ) {
    super(`${exception}: ${body['error_description'] ?? body['message'] ?? ''}`);
    this.status = status;
    this.exception = exception;
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export function oidcError(exception: keyof typeof OIDC_EXCEPTIONS, description: string): ServiceError {
  const [status, error] = OIDC_EXCEPTIONS[exception];
  return new ServiceError(status, exception, { error, error_description: description });
}

export function portalError(
  exception: keyof typeof PORTAL_EXCEPTIONS,
  message: string,
  retryAfterSeconds?: number,
): ServiceError {
  const body = { message, __type: exception };
  return new ServiceError(PORTAL_EXCEPTIONS[exception], exception, body, retryAfterSeconds);
}

/** What neither service knows: an unmapped path or method. */
export function unknownOperation(method: string, path: string): ServiceError {
  const message = `No operation answers ${method} ${path}.`;
  return new ServiceError(404, 'UnknownOperationException', { message });
}

const USUAL_EXCEPTION: Record<number, string> = {
  400: 'InvalidRequestException',
  401: 'UnauthorizedException',
  403: 'ForbiddenException',
  404: 'ResourceNotFoundException',
  429: 'TooManyRequestsException',
  500: 'InternalServerException',
  503: 'ServiceUnavailableException',
};

/** A scripted error in the body format of the service it is to come from. */
export function scriptedError(
  service: 'oidc' | 'portal',
  script: { status: number; error?: string; message?: string; retryAfterSeconds?: number },
): ServiceError {
  const { status, message = 'Scripted failure.', retryAfterSeconds: after } = script;
  const usual = service === 'oidc' && status === 401 ? 'InvalidClientException' : USUAL_EXCEPTION[status];
  const exception = script.error ?? usual ?? 'InternalServerException';
  if (service === 'portal') return new ServiceError(status, exception, { message, __type: exception }, after);
  const known = Object.entries(OIDC_EXCEPTIONS).find(([name]) => name === exception)?.[1][1];
  const body = { error: known ?? exception, error_description: message };
  return new ServiceError(status, exception, body, after);
}
