import type { ProfileKind } from '../../../shared/session.ts';

/**
 * How a profile comes to credentials, in the order in which botocore asks its providers (`credentials.py`,
 * `create_credential_resolver` and `ProfileProviderBuilder`): taking on a role (by other credentials or by a token
 * file), IAM Identity Center, keys, `aws login`, a process.
 */
export function profileKind(keys: ReadonlyMap<string, string>): ProfileKind {
  const has = (key: string) => !!keys.get(key);
  if (has('role_arn') || has('web_identity_token_file')) return 'assume-role';
  if (has('sso_account_id') || has('sso_role_name')) return 'sso';
  if (has('aws_access_key_id')) return 'static-keys';
  if (has('login_session')) return 'login';
  if (has('credential_process')) return 'credential-process';
  // One that only signs in, for tools that take a bearer token.
  return has('sso_session') || has('sso_start_url') ? 'sso' : 'other';
}
