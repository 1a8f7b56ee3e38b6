import { type AppFailure, failure } from '../app-failure.ts';

const NOT_FOUND = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
]);
const CERTIFICATE = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY)_|HOSTNAME_MISMATCH)/;

/**
 * Explains a request that got no proper answer.
 * @returns undefined where the service did answer and it is its error that counts.
 */
export function networkFailure(thrown: unknown, host: string): AppFailure | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { name, code } = thrown as NodeJS.ErrnoException;
  if (code !== undefined && NOT_FOUND.has(code)) {
    return failure('network.name-not-found', { host }, code, thrown);
  }
  if (code !== undefined && CERTIFICATE.test(code)) {
    return failure('network.certificate', { host, reason: code }, code, thrown);
  }
  if ((code !== undefined && UNREACHABLE.has(code)) || /socket hang up/.test(thrown.message)) {
    return failure('network.unreachable', { host }, code, thrown);
  }
  // Asked after the codes above: the SDK calls a reset connection a time-out, too.
  if (name === 'TimeoutError' || code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT') {
    return failure('network.timeout', { host }, code ?? name, thrown);
  }
  if (thrown instanceof AggregateError) return networkFailure(thrown.errors[0], host);
  // The SDK's deserialiser throws this for a body that isn't what the protocol says.
  if (thrown instanceof SyntaxError || /Deserialization error|is not valid JSON/.test(thrown.message)) {
    return failure('network.garbled', { host }, name, thrown);
  }
  return undefined;
}

/** Whether trying again later may help: the network, a fault of the service, or too many requests. */
export function isPassing(thrown: unknown): boolean {
  const status = httpStatus(thrown);
  if (status === 501) return false; // a server that lacks something will lack it the next time, too
  if (status !== undefined && (status >= 500 || status === 429)) return true;
  const network = networkFailure(thrown, '');
  return network !== undefined && network.error.code !== 'network.certificate';
}

export function httpStatus(thrown: unknown): number | undefined {
  const status = (thrown as { $metadata?: { httpStatusCode?: unknown } } | null)?.$metadata?.httpStatusCode;
  return typeof status === 'number' ? status : undefined;
}

/** The service's words for an error report: exception name, status, request id. Never a header or a body. */
export function technicalFacts(thrown: unknown): string {
  const { name, $metadata } = thrown as { name?: string; $metadata?: { requestId?: string } };
  const parts = [name, httpStatus(thrown), $metadata?.requestId && `request id ${$metadata.requestId}`];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
