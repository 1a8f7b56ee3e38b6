import type { RoleCredentials } from '../portal-client.ts';

/** Credentials as the AWS SDK's providers give them. */
export interface ProvidedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly expiration?: Date | undefined;
}

/** Those without an expiration never expire. */
export function asRoleCredentials(provided: ProvidedCredentials): RoleCredentials {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = provided;
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    expiresAt: expiration?.getTime() ?? Infinity,
  };
}
