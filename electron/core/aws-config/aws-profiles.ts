import type { ConfigProblem } from '../../../shared/contract.ts';
import type { ProfileKind, SessionId, SessionKind } from '../../../shared/session.ts';
import type { ReadConfigFile } from './config-file.ts';
import type { IniSection } from './ini-document.ts';

/** The scope that lets a session be refreshed and the portal be asked; the AWS CLI's own default. */
const DEFAULT_SCOPES = ['sso:account:access'];

export interface AwsSession {
  readonly id: SessionId;
  readonly kind: SessionKind;
  /** The session's name, or a legacy start URL exactly as written (the CLI's cache key). */
  readonly cacheKey: string;
  readonly name: string;
  readonly startUrl: string;
  readonly region: string;
  readonly registrationScopes: readonly string[];
}

export interface AwsProfile {
  readonly name: string;
  readonly kind: ProfileKind;
  readonly sessionId?: SessionId;
  readonly accountId?: string;
  readonly roleName?: string;
  readonly region?: string;
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

interface Merged {
  readonly keys: Map<string, string>;
  readonly path: string;
  readonly line: number;
}

/**
 * Reads profiles and sessions out of the two files by the AWS CLI's rules: in the config file
 * `[profile NAME]` and `[default]`, `[sso-session NAME]`, `[services NAME]`; in the credentials file each
 * section is a profile and its keys win over the config file's (botocore `session.py`, `full_config`).
 */
export function readAwsProfiles(config: ReadConfigFile, credentials: ReadConfigFile): AwsProfiles {
  const problems: ConfigProblem[] = [...config.problems, ...credentials.problems];
  const profiles = new Map<string, Merged>();
  const sessions = new Map<string, Merged>();
  const services = new Map<string, Merged>();
  const homes = new Map([
    ['profile', profiles],
    ['sso-session', sessions],
    ['services', services],
  ]);
  const seen = new Set<string>();

  for (const section of config.document.sections) {
    const { type, name } = sectionKind(section.header);
    if (name === '') {
      problems.push({
        path: config.path,
        line: section.line,
        reason: 'section-unnamed',
        subject: section.header,
      });
      continue;
    }
    const home = homes.get(type);
    if (home === undefined) {
      // Other tools' sections (`[plugins]`, `[preview]`) are none of our business; a forgotten
      // `profile ` before a name is, since the CLI ignores such a section without a word.
      if (looksLikeProfile(section)) {
        problems.push({
          path: config.path,
          line: section.line,
          reason: 'section-unknown',
          subject: section.header,
        });
      }
      continue;
    }
    merge(home, name, section, config.path, seen, `${type} ${name}`, problems);
  }
  for (const section of credentials.document.sections) {
    const name = unquote(section.header);
    merge(profiles, name, section, credentials.path, seen, `credentials ${name}`, problems);
  }

  const found = new Map<SessionId, AwsSession>();
  for (const [name, merged] of sessions) {
    const session = namedSession(name, merged, problems);
    if (session !== undefined) found.set(session.id, session);
  }
  const list: AwsProfile[] = [];
  for (const [name, merged] of profiles) {
    const session = profileSession(name, merged, found, sessions, problems);
    if (session !== undefined && !found.has(session.id)) found.set(session.id, session);
    list.push(profile(name, merged, session?.id));
  }
  return {
    sessions: [...found.values()],
    profiles: list,
    problems,
    services: new Map([...services].map(([name, merged]) => [name, merged.keys])),
  };
}

/** `profile "a b"` → profile, a b. `default` is the profile of that name. */
function sectionKind(header: string): { type: string; name: string } {
  if (header === 'default') return { type: 'profile', name: 'default' };
  const match = /^(\S+)\s+(.*)$/s.exec(header);
  if (match === null) return { type: 'other', name: header };
  const name = unquote(match[2] ?? '');
  // botocore splits a header as a shell would: a name of several words has to be quoted, or is ignored.
  const unquotedWords = /\s/.test(name) && name === (match[2] ?? '').trim();
  return { type: unquotedWords ? 'other' : (match[1] ?? ''), name };
}

/** Names with white space are shell-quoted by `aws configure`. */
function unquote(name: string): string {
  const trimmed = name.trim();
  const quoted = /^"(.*)"$|^'(.*)'$/s.exec(trimmed);
  return quoted === null ? trimmed : (quoted[1] ?? quoted[2] ?? '');
}

function looksLikeProfile(section: IniSection): boolean {
  return section.entries.some(({ key }) => key.startsWith('sso_') || key === 'region' || key === 'role_arn');
}

function merge(
  home: Map<string, Merged>,
  name: string,
  section: IniSection,
  path: string,
  seen: Set<string>,
  label: string,
  problems: ConfigProblem[],
): void {
  if (seen.has(label))
    problems.push({ path, line: section.line, reason: 'duplicate-section', subject: section.header });
  seen.add(label);
  const merged = home.get(name) ?? { keys: new Map<string, string>(), path, line: section.line };
  for (const entry of section.entries) {
    merged.keys.set(entry.key, entry.value);
    for (const inner of entry.nested) merged.keys.set(`${entry.key}.${inner.key}`, inner.value);
  }
  home.set(name, merged);
}

function namedSession(name: string, merged: Merged, problems: ConfigProblem[]): AwsSession | undefined {
  const startUrl = merged.keys.get('sso_start_url');
  const region = merged.keys.get('sso_region');
  if (!startUrl || !region) {
    const subject = `${name}: ${startUrl ? 'sso_region' : 'sso_start_url'}`;
    problems.push({ path: merged.path, line: merged.line, reason: 'session-incomplete', subject });
    return undefined;
  }
  const scopes = merged.keys
    .get('sso_registration_scopes')
    ?.split(',')
    .map((scope) => scope.trim());
  return {
    id: `sso-session:${name}`,
    kind: 'sso-session',
    cacheKey: name,
    name,
    startUrl,
    region,
    registrationScopes: scopes?.filter((scope) => scope !== '') ?? DEFAULT_SCOPES,
  };
}

/** The session a profile signs in through: by name, or made from its own start URL (legacy). */
function profileSession(
  name: string,
  { keys, path, line }: Merged,
  found: ReadonlyMap<SessionId, AwsSession>,
  named: ReadonlyMap<string, Merged>,
  problems: ConfigProblem[],
): AwsSession | undefined {
  const report = (reason: ConfigProblem['reason'], subject: string) =>
    void problems.push({ path, line, reason, subject });
  const sessionName = keys.get('sso_session');
  const startUrl = keys.get('sso_start_url');
  const region = keys.get('sso_region');

  if (sessionName) {
    const session = found.get(`sso-session:${sessionName}`);
    if (session === undefined) {
      if (!named.has(sessionName)) report('session-missing', `${name}: ${sessionName}`);
      return undefined;
    }
    // The CLI refuses a profile whose own keys differ from its session's (SSOProvider, InvalidConfig).
    if ((startUrl && startUrl !== session.startUrl) || (region && region !== session.region)) {
      report('session-conflict', `${name}: ${sessionName}`);
    }
    return session;
  }
  if (!startUrl) return undefined;
  if (!region) {
    report('profile-incomplete', `${name}: sso_region`);
    return undefined;
  }
  const known = found.get(`legacy:${startUrl}`);
  // One portal is in one region; two profiles that say otherwise can't both be right.
  if (known !== undefined && known.region !== region) report('session-conflict', `${name}: ${known.name}`);
  return {
    id: `legacy:${startUrl}`,
    kind: 'legacy',
    cacheKey: startUrl,
    name: hostOf(startUrl),
    startUrl,
    region,
    registrationScopes: [],
  };
}

function profile(name: string, { keys }: Merged, sessionId: SessionId | undefined): AwsProfile {
  const accountId = keys.get('sso_account_id');
  const roleName = keys.get('sso_role_name');
  const region = keys.get('region');
  return {
    name,
    kind: profileKind(keys),
    keys,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(accountId ? { accountId } : {}),
    ...(roleName ? { roleName } : {}),
    ...(region ? { region } : {}),
  };
}

function profileKind(keys: ReadonlyMap<string, string>): ProfileKind {
  if (keys.has('sso_session') || keys.has('sso_start_url')) return 'sso';
  if (keys.has('role_arn')) return 'assume-role';
  if (keys.has('aws_access_key_id')) return 'static-keys';
  if (keys.has('credential_process')) return 'credential-process';
  return keys.has('login_session') ? 'login' : 'other';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
