import type { ConfigProblem } from '../../../shared/contract.ts';
import type { ProfileKind, SessionId } from '../../../shared/session.ts';
import { type AwsSession, namedSession, profileSession } from './aws-session.ts';
import type { ReadConfigFile } from './config-file.ts';
import { mergedSections, type NamedSection } from './merged-sections.ts';
import { profileKind } from './profile-kind.ts';
import { sourceCycles, sourceOf } from './source-chains.ts';

export type { AwsSession } from './aws-session.ts';

export interface AwsProfile {
  readonly name: string;
  readonly kind: ProfileKind;
  readonly sessionId?: SessionId;
  readonly accountId?: string;
  readonly roleName?: string;
  readonly region?: string;
  /** For a profile that takes on a role: its `source_profile`, which may not exist. */
  readonly source?: string;
  /** Every key of the profile, nested ones as `s3.addressing_style`. */
  readonly keys: ReadonlyMap<string, string>;
}

export interface AwsProfiles {
  readonly sessions: readonly AwsSession[];
  readonly profiles: readonly AwsProfile[];
  readonly problems: readonly ConfigProblem[];
  /** `[services NAME]` sections: service → key → value, as `s3.endpoint_url`. */
  readonly services: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * Reads profiles and sessions out of the two files by the AWS CLI's rules: in the config file
 * `[profile NAME]` and `[default]`, `[sso-session NAME]`, `[services NAME]`; in the credentials file each
 * section is a profile and its keys win over the config file's (botocore `session.py`, `full_config`).
 */
export function readAwsProfiles(config: ReadConfigFile, credentials: ReadConfigFile): AwsProfiles {
  const { profiles, sessions, services, problems } = mergedSections(config, credentials);
  const reportAt =
    ({ path, line }: NamedSection) =>
    (reason: ConfigProblem['reason'], subject: string) =>
      void problems.push({ path, line, reason, subject });

  const found = new Map<SessionId, AwsSession>();
  for (const [name, section] of sessions) {
    const session = namedSession(name, section.keys, reportAt(section));
    if (session !== undefined) found.set(session.id, session);
  }
  const list: AwsProfile[] = [];
  for (const [name, section] of profiles) {
    const session = profileSession(name, section.keys, found, sessions, reportAt(section));
    if (session !== undefined && !found.has(session.id)) found.set(session.id, session);
    list.push(profile(name, section.keys, session?.id));
  }
  const cycles = sourceCycles(list);
  for (const [name, section] of profiles) {
    checkReferences(name, section.keys, { profiles, services, cycles }, reportAt(section));
  }
  return {
    sessions: [...found.values()],
    profiles: list,
    problems,
    services: new Map([...services].map(([name, section]) => [name, section.keys])),
  };
}

interface Known {
  readonly profiles: ReadonlyMap<string, unknown>;
  readonly services: ReadonlyMap<string, unknown>;
  readonly cycles: ReadonlySet<string>;
}

/** What a profile names has to be there, and a role needs something to be taken on by. */
function checkReferences(
  name: string,
  keys: ReadonlyMap<string, string>,
  { profiles, services, cycles }: Known,
  report: (reason: ConfigProblem['reason'], subject: string) => void,
): void {
  const service = keys.get('services');
  if (service && !services.has(service)) report('services-missing', `${name}: ${service}`);
  const hasToken = !!keys.get('web_identity_token_file');
  if (!keys.get('role_arn')) {
    if (hasToken) report('profile-incomplete', `${name}: role_arn`);
    return;
  }
  if (hasToken) return;
  const source = keys.get('source_profile');
  if (!source) {
    if (!keys.get('credential_source')) report('profile-incomplete', `${name}: source_profile`);
  } else if (!profiles.has(source)) report('source-missing', `${name}: ${source}`);
  else if (cycles.has(name)) report('source-cycle', `${name}: ${source}`);
}

function profile(
  name: string,
  keys: ReadonlyMap<string, string>,
  sessionId: SessionId | undefined,
): AwsProfile {
  const accountId = keys.get('sso_account_id');
  const roleName = keys.get('sso_role_name');
  const region = keys.get('region');
  const source = sourceOf({ name, keys });
  return {
    name,
    kind: profileKind(keys),
    keys,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(accountId ? { accountId } : {}),
    ...(roleName ? { roleName } : {}),
    ...(region ? { region } : {}),
    ...(source === undefined ? {} : { source }),
  };
}
