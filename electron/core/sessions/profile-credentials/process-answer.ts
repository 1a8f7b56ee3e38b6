import { z } from 'zod';
import { failure } from '../../app-failure.ts';
import type { RoleCredentials } from '../portal-client.ts';
import { asRoleCredentials } from './as-role-credentials.ts';

/** What a credential process prints (AWS SDKs and Tools Reference Guide, "Process credential provider"). */
const answerSchema = z.object({
  Version: z.literal(1),
  AccessKeyId: z.string().min(1),
  SecretAccessKey: z.string().min(1),
  SessionToken: z.string().nullish(),
  /** ISO 8601; credentials without one never expire. */
  Expiration: z
    .string()
    .refine((text) => !Number.isNaN(Date.parse(text)))
    .nullish(),
});

/**
 * Reads what a credential process printed.
 * @param now Unix milliseconds
 * @throws {AppFailure} `profile.process-failed`, with the names of the members that are wrong, never with a value
 */
export function readProcessAnswer(text: string, profile: string, now: number): RoleCredentials {
  const { data, error } = answerSchema.safeParse(parsed(text));
  if (data === undefined) {
    const where = error.issues.map(({ path }) => path.join('.') || 'JSON').join(', ');
    throw failure('profile.process-failed', { profile, reason: 'garbled' }, where);
  }
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = data;
  const credentials = asRoleCredentials({
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken ?? undefined,
    ...(Expiration ? { expiration: new Date(Expiration) } : {}),
  });
  if (credentials.expiresAt <= now) {
    throw failure('profile.process-failed', { profile, reason: 'expired' }, Expiration ?? '');
  }
  return credentials;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
