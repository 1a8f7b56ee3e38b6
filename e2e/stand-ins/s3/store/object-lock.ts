import type { ObjectProperties } from './object-record.ts';

/** The two kinds of lock, which don't depend on each other. */
export type ObjectLock = Pick<ObjectProperties, 'retention' | 'legalHold'>;

/** Until when a version may not be deleted. */
export interface Retention {
  /** `GOVERNANCE` may be bypassed by who has the permission; `COMPLIANCE` by nobody. */
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  /** Epoch milliseconds. */
  readonly until: number;
}

/** Whether a version may not be deleted. @param now epoch milliseconds @param bypasses whether GOVERNANCE is bypassed */
export function isLocked({ legalHold, retention }: ObjectLock, now: number, bypasses: boolean): boolean {
  if (legalHold === true) return true;
  if (retention === undefined || retention.until <= now) return false;
  return retention.mode === 'COMPLIANCE' || !bypasses;
}

/** The headers that tell of a lock. */
export function lockHeaders({ retention, legalHold }: ObjectLock): Record<string, string> {
  return {
    ...(retention && {
      'x-amz-object-lock-mode': retention.mode,
      'x-amz-object-lock-retain-until-date': new Date(retention.until).toISOString(),
    }),
    ...(legalHold !== undefined && { 'x-amz-object-lock-legal-hold': legalHold ? 'ON' : 'OFF' }),
  };
}
