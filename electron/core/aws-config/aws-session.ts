import type { ConfigProblemReason } from '../../../shared/contract.ts';
import type { SessionId, SessionKind } from '../../../shared/session.ts';

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

type Keys = ReadonlyMap<string, string>;
type Report = (reason: ConfigProblemReason, subject: string) => void;

/** An `[sso-session]`; undefined where what it can't do without is missing. */
export function namedSession(name: string, keys: Keys, report: Report): AwsSession | undefined {
  const startUrl = keys.get('sso_start_url');
  const region = keys.get('sso_region');
  if (!startUrl || !region) {
    report('session-incomplete', `${name}: ${startUrl ? 'sso_region' : 'sso_start_url'}`);
    return undefined;
  }
  const scopes = keys
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

/**
 * The session a profile signs in through: by name, or made from its own start URL (legacy).
 * @param named the keys of each `[sso-session]`, complete or not
 */
export function profileSession(
  name: string,
  keys: Keys,
  found: ReadonlyMap<SessionId, AwsSession>,
  named: ReadonlyMap<string, { readonly keys: Keys }>,
  report: Report,
): AwsSession | undefined {
  const sessionName = keys.get('sso_session');
  if (sessionName) {
    const own = named.get(sessionName);
    if (own === undefined) report('session-missing', `${name}: ${sessionName}`);
    // A key may stand in both, but with one value (botocore's SSOProvider, "inconsistent between profile … and
    // sso-session").
    else if (differs(keys, own.keys)) report('session-conflict', `${name}: ${sessionName}`);
    return found.get(`sso-session:${sessionName}`);
  }
  const startUrl = keys.get('sso_start_url');
  const region = keys.get('sso_region');
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

function differs(profile: Keys, session: Keys): boolean {
  for (const [key, value] of session) {
    if ((profile.get(key) ?? value) !== value) return true;
  }
  return false;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
