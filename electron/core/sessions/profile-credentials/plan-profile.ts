import { failure } from '../../app-failure.ts';
import type { AwsProfile, AwsProfiles } from '../../aws-config/aws-profiles.ts';
import { endpointOverride } from '../../aws-config/endpoint.ts';
import { endpointSwitches } from '../../support/client-settings.ts';
import { findSession } from '../find-session.ts';
import {
  type AssumeRolePlan,
  type CredentialPlan,
  type CredentialSource,
  NO_SESSION,
  type SsoPlan,
  type StsAddress,
  type WebIdentityPlan,
} from './credential-plan.ts';
import { planKey, ssoKey } from './plan-key.ts';
import { profileRegion } from './profile-region.ts';
import { profileValue } from './profile-value.ts';

type Config = Pick<AwsProfiles, 'profiles' | 'sessions' | 'services'>;
type Env = Readonly<Record<string, string | undefined>>;

const SOURCES: readonly string[] = ['Environment', 'Ec2InstanceMetadata', 'EcsContainer'];

/** A role's longest and shortest session, in seconds (STS API reference, AssumeRole). */
const DURATION = /^\d{1,6}$/;

/**
 * How a profile comes to credentials, by the AWS CLI's order: a role taken on by other credentials, a token file,
 * IAM Identity Center, keys, `aws login`, a process (botocore `credentials.py`, `AssumeRoleProvider` and
 * `ProfileProviderBuilder`). Region and endpoint of STS are the profile's that was asked for, as there.
 * @throws {AppFailure} `profile.incomplete`, `profile.source-cycle`, `profile.source-missing`, `profile.kind-unknown`,
 * `session.not-found`
 */
export function planProfile(profile: AwsProfile, config: Config, env: Env): CredentialPlan {
  const sts: StsAddress = {
    region: profileRegion(profile, config, env),
    endpoint: endpointOverride('sts', env, profile, config.services),
    ...endpointSwitches(env, profile),
  };
  return planLink(profile, { config, sts, above: [] });
}

interface Surroundings {
  readonly config: Config;
  readonly sts: StsAddress;
  /** The profiles that build on this one, the one that was asked for first. */
  readonly above: readonly AwsProfile[];
}

function planLink(profile: AwsProfile, around: Surroundings): CredentialPlan {
  const { name } = profile;
  const value = (key: string) => profileValue(profile, key);
  const isSource = around.above.length > 0;
  const hasKeys = value('aws_access_key_id') !== undefined || value('aws_secret_access_key') !== undefined;
  const roleArn = value('role_arn');
  const tokenFile = value('web_identity_token_file');
  if (tokenFile !== undefined) return planTokenFile(profile, tokenFile, around.sts);
  // A role that others build on and that has keys of its own gives those.
  if (roleArn !== undefined && !(isSource && hasKeys)) return planRole(profile, roleArn, around);
  // A session alone is for signing in only; what else stands there gives the credentials (botocore, `SSOProvider`).
  if (value('sso_account_id') ?? value('sso_role_name')) return planSso(profile, around.config);
  if (hasKeys) return planKeys(profile);
  const loginSession = value('login_session');
  if (loginSession !== undefined) {
    const key = planKey('login', name, loginSession);
    return { kind: 'login', profile: name, loginSession, key, owner: NO_SESSION };
  }
  const command = value('credential_process');
  if (command !== undefined) {
    // The name is part of it: what was allowed to one profile is not allowed to another.
    const key = planKey('process', name, command);
    return { kind: 'process', profile: name, command, key, owner: NO_SESSION };
  }
  const source = value('credential_source');
  if (source !== undefined) return planSurroundings(profile, source);
  if (value('sso_session') ?? value('sso_start_url')) return planSso(profile, around.config);
  throw failure('profile.kind-unknown', { profile: name });
}

function planSso(profile: AwsProfile, config: Config): SsoPlan {
  const { name, sessionId, accountId, roleName } = profile;
  const missing = (key: string) => failure('profile.incomplete', { profile: name, key });
  if (sessionId === undefined) {
    if (profileValue(profile, 'sso_session') !== undefined) throw missing('sso_session');
    throw missing(profileValue(profile, 'sso_start_url') === undefined ? 'sso_start_url' : 'sso_region');
  }
  const session = findSession(config, sessionId);
  if (accountId === undefined) throw missing('sso_account_id');
  if (roleName === undefined) throw missing('sso_role_name');
  const key = ssoKey(session, accountId, roleName);
  return { kind: 'sso', session, accountId, roleName, key, owner: session.id };
}

function planKeys(profile: AwsProfile): CredentialPlan {
  const { name } = profile;
  const value = (key: string) => profileValue(profile, key);
  const accessKeyId = value('aws_access_key_id');
  const secretAccessKey = value('aws_secret_access_key');
  const missing = (key: string) => failure('profile.incomplete', { profile: name, key });
  if (accessKeyId === undefined) throw missing('aws_access_key_id');
  if (secretAccessKey === undefined) throw missing('aws_secret_access_key');
  const sessionToken = value('aws_session_token') ?? value('aws_security_token');
  const key = planKey('static', accessKeyId, secretAccessKey, sessionToken);
  return {
    kind: 'static',
    profile: name,
    accessKeyId,
    secretAccessKey,
    sessionToken,
    key,
    owner: NO_SESSION,
  };
}

function planRole(profile: AwsProfile, roleArn: string, around: Surroundings): AssumeRolePlan {
  const { name } = profile;
  const { sts } = around;
  const source = planSource(profile, around);
  const sessionName = profileValue(profile, 'role_session_name');
  const externalId = profileValue(profile, 'external_id');
  const mfaSerial = profileValue(profile, 'mfa_serial');
  const durationSeconds = seconds(profile);
  const own = [roleArn, sessionName, externalId, durationSeconds, mfaSerial, sts.endpoint];
  const key = planKey('assume-role', ...own, source.key);
  return {
    kind: 'assume-role',
    profile: name,
    source,
    roleArn,
    sessionName,
    externalId,
    durationSeconds,
    mfaSerial,
    sts,
    key,
    owner: source.owner,
  };
}

function planSource(profile: AwsProfile, { config, sts, above }: Surroundings): CredentialPlan {
  const { name } = profile;
  const sourceName = profileValue(profile, 'source_profile');
  const source = profileValue(profile, 'credential_source');
  // The CLI refuses both together, too: there is no telling which was meant.
  if (sourceName !== undefined && source !== undefined)
    throw failure('profile.kind-unknown', { profile: name });
  if (source !== undefined) return planSurroundings(profile, source);
  if (sourceName === undefined) throw failure('profile.incomplete', { profile: name, key: 'source_profile' });
  const next = config.profiles.find((candidate) => candidate.name === sourceName);
  if (next === undefined) throw failure('profile.source-missing', { profile: name, source: sourceName });
  // A profile may name itself where it has keys of its own.
  const itself = next === profile && profileValue(next, 'aws_access_key_id') !== undefined;
  if ((above.includes(next) || next === profile) && !itself) {
    throw failure('profile.source-cycle', { profile: (above[0] ?? profile).name });
  }
  return planLink(next, { config, sts, above: [...above, profile] });
}

function planTokenFile(profile: AwsProfile, tokenFile: string, sts: StsAddress): WebIdentityPlan {
  const { name } = profile;
  const roleArn = profileValue(profile, 'role_arn');
  if (roleArn === undefined) throw failure('profile.incomplete', { profile: name, key: 'role_arn' });
  const sessionName = profileValue(profile, 'role_session_name');
  const durationSeconds = seconds(profile);
  const key = planKey('web-identity', tokenFile, roleArn, sessionName, durationSeconds, sts.endpoint);
  return {
    kind: 'web-identity',
    profile: name,
    tokenFile,
    roleArn,
    sessionName,
    durationSeconds,
    sts,
    key,
    owner: NO_SESSION,
  };
}

function planSurroundings({ name }: AwsProfile, source: string): CredentialPlan {
  if (!SOURCES.includes(source)) throw failure('profile.kind-unknown', { profile: name });
  const key = planKey('surroundings', source);
  return {
    kind: 'surroundings',
    profile: name,
    source: source as CredentialSource,
    key,
    owner: NO_SESSION,
  };
}

/** What isn't a number is left out, as the CLI does. */
function seconds(profile: AwsProfile): number | undefined {
  const text = profileValue(profile, 'duration_seconds');
  return text !== undefined && DURATION.test(text) ? Number(text) : undefined;
}
