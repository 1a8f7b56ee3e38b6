import { createHash } from 'node:crypto';
import type { AwsSession } from '../../aws-config/aws-profiles.ts';

/**
 * One short text for all that decides whose credentials they are. Hashed, since secret keys are among it and cache
 * keys get around.
 */
export function planKey(kind: string, ...parts: readonly (string | number | undefined)[]): string {
  const text = JSON.stringify([kind, ...parts.map((part) => part ?? null)]);
  return `${kind}:${createHash('sha256').update(text).digest('base64url')}`;
}

/** A profile's name is not part of it: it can come to mean another role. */
export function ssoKey({ id, startUrl, region }: AwsSession, accountId: string, roleName: string): string {
  return JSON.stringify([id, startUrl, region, accountId, roleName]);
}
