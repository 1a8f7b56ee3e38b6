import { AppFailure } from '../../app-failure.ts';

/**
 * What may be done about a request that failed:
 * - `refused`: S3 wants fewer requests;
 * - `passing`: the network, or a fault of the service; the same again may work;
 * - `final`: nothing by itself.
 */
export type FaultKind = 'refused' | 'passing' | 'final';

/** How often the same page is asked for in all before its fault is told. */
export const TRIES: Readonly<Record<FaultKind | 'broken', number>> = {
  refused: 8,
  passing: 5,
  final: 1,
  /** Answers that are no proper page. */
  broken: 3,
};

/** Codes other than SlowDown that mean the same, from S3 and from servers like it. */
const REFUSALS = /^(Throttl|TooManyRequests|RequestLimitExceeded|BandwidthLimitExceeded|Slow ?Down)/i;

export function faultKind(thrown: unknown): FaultKind {
  if (!(thrown instanceof AppFailure)) return 'final';
  const { error } = thrown;
  if (error.code === 's3.throttled' || error.code === 'portal.throttled') return 'refused';
  if (error.code === 's3.failed') {
    const { code, status } = error.params;
    if (status === '429' || REFUSALS.test(code)) return 'refused';
    return Number(status) >= 500 || code === 'RequestTimeout' ? 'passing' : 'final';
  }
  if (error.code === 'network.certificate') return 'final';
  return error.code.startsWith('network.') ? 'passing' : 'final';
}
