/** The `aws` commands that equal what the app does, for people who want to see or keep them. */
import type { RoleTarget } from './role-target.ts';
import type { SessionView } from './session.ts';

/** Quotes one argument for a POSIX shell, only where it needs it. */
export function shellQuote(argument: string): string {
  return /^[A-Za-z0-9_\-./:=@%+,]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

/**
 * One option and its value; nothing where there is no value. A value that begins with a dash would be taken for an
 * option of its own (Python's argparse) unless an equals sign ties it to this one.
 */
export function option(name: string, value: string | undefined): string {
  if (value === undefined || value === '') return '';
  return ` --${name}${value.startsWith('-') ? '=' : ' '}${shellQuote(value)}`;
}

type NamedSession = Pick<SessionView, 'kind' | 'name' | 'profiles'>;

/** `aws sso login`: by session name, or for legacy sessions by one of its profiles. */
export function loginCommand(session: NamedSession): string {
  const profile = session.profiles[0]?.name;
  if (session.kind === 'sso-session')
    return `aws sso login --sso-session ${shellQuote(session.name)} --use-device-code`;
  return profile === undefined ? 'aws sso login' : `aws sso login --profile ${shellQuote(profile)}`;
}

/** `aws sso logout` knows no single session, it always ends them all; a comment names the one that was meant. */
export function logoutCommand(session?: string): string {
  return session === undefined ? 'aws sso logout' : `aws sso logout # ${session}`;
}

// The AWS CLI has these portal calls, but wants the token in the argument list; the command shows a
// variable in its place, since a token must never stand in a shell history.
export function listAccountsCommand(region: string): string {
  return `aws sso list-accounts --region ${shellQuote(region)} --access-token "$TOKEN"`;
}

export function listRolesCommand(region: string, accountId: string): string {
  return `aws sso list-account-roles --region ${shellQuote(region)} --account-id ${shellQuote(accountId)} --access-token "$TOKEN"`;
}

/** `aws s3 ls`. A role picked in the portal has no profile yet; a comment says whose credentials it takes. */
export function listBucketsCommand(target: RoleTarget): string {
  return `aws s3 ls${profileOption(target)}`;
}

export function openBucketCommand(target: RoleTarget, bucket: string): string {
  return `aws s3api head-bucket --bucket ${shellQuote(bucket)}${profileOption(target)}`;
}

/** The option that picks the profile; for a role without one, a comment that names the role. */
export function profileOption(target: RoleTarget): string {
  if (target.kind === 'profile') return ` --profile ${shellQuote(target.profile)}`;
  return ` # ${target.roleName} @ ${target.accountId}`;
}
