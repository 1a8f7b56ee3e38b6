import type { LedgerEntry } from '../credential-ledger.ts';

/** A role as its trust policy describes it. */
export interface StsRole {
  /** `arn:aws:iam::ACCOUNT:role/PATH/NAME` */
  readonly arn: string;
  /** Who may take it on; any caller where absent. */
  readonly trusts?: (caller: LedgerEntry) => boolean;
  /** The `sts:ExternalId` that the trust policy asks for. */
  readonly externalId?: string;
  /** Whether the trust policy asks for MFA. */
  readonly needsMfa?: boolean;
  /** An hour where absent. */
  readonly maxSessionSeconds?: number;
  /** Tokens that AssumeRoleWithWebIdentity accepts. */
  readonly webIdentityTokens?: readonly string[];
}

export function accountOf({ arn }: StsRole): string {
  return arn.split(':')[4] ?? '';
}

/** The last part of the path. */
export function nameOf({ arn }: StsRole): string {
  return arn.split('/').at(-1) ?? '';
}
