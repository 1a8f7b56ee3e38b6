import type { NewProfile, ProfileSignIn, SsoSessionFields } from '../../../../../shared/config-change.ts';
import { failure } from '../../../app-failure.ts';
import { readHeader } from '../../document/section-header.ts';
import type { ConfigDraft, Entries } from './config-draft.ts';
import { type ConfigFiles, FILE_ROLES, findSections } from './config-files.ts';
import type { WrittenProfile } from './written-profile.ts';

/** @throws {AppFailure} `config.name-taken`, `config.bad-value` */
export function addSession(draft: ConfigDraft, session: SsoSessionFields): void {
  const { name } = session;
  if (findSections(draft.files, 'sso-session', name).length > 0) throw failure('config.name-taken', { name });
  draft.add('config', { type: 'sso-session', name, entries: sessionEntries(session) });
}

/**
 * Profiles first, then their session, and the keys of each in the order of `aws configure sso`: what is added to the
 * file is byte for byte what that command would add.
 * @throws {AppFailure} `config.name-taken`, `config.bad-value`, `config.no-such-section` for an unknown session
 */
export function addProfiles(
  draft: ConfigDraft,
  through: ProfileSignIn,
  profiles: readonly NewProfile[],
): WrittenProfile[] {
  if (through.kind === 'session' && findSections(draft.files, 'sso-session', through.name).length === 0)
    throw failure('config.no-such-section', { name: through.name });
  const taken = profileNames(draft.files);
  for (const { name } of profiles) {
    if (taken.has(name)) throw failure('config.name-taken', { name });
    taken.add(name);
  }
  draft.addAll(
    'config',
    profiles.map((profile) => ({
      type: 'profile',
      name: profile.name,
      entries: profileEntries(through, profile),
    })),
  );
  if (through.kind === 'new-session') addSession(draft, through.session);
  const sessionId = sessionIdOf(through);
  return profiles.map(({ name, accountId, roleName }) => ({ name, sessionId, accountId, roleName }));
}

export function profileNames(files: ConfigFiles): Set<string> {
  return new Set(
    FILE_ROLES.flatMap((file) =>
      files[file].sections
        .map(({ header }) => readHeader(header, file))
        .filter(({ type }) => type === 'profile')
        .map(({ name }) => name),
    ),
  );
}

function sessionIdOf(through: ProfileSignIn): string {
  if (through.kind === 'legacy') return `legacy:${through.startUrl}`;
  return `sso-session:${through.kind === 'session' ? through.name : through.session.name}`;
}

function sessionEntries({ startUrl, region, registrationScopes }: SsoSessionFields): Entries {
  return present([
    ['sso_start_url', startUrl],
    ['sso_region', region],
    ['sso_registration_scopes', registrationScopes.join(',') || undefined],
  ]);
}

function profileEntries(through: ProfileSignIn, profile: NewProfile): Entries {
  const { accountId, roleName, region, output } = profile;
  return present([
    ...signInEntries(through),
    ['sso_account_id', accountId],
    ['sso_role_name', roleName],
    ['region', region || undefined],
    ['output', output || undefined],
  ]);
}

function signInEntries(through: ProfileSignIn): [key: string, value: string][] {
  if (through.kind === 'session') return [['sso_session', through.name]];
  if (through.kind === 'new-session') return [['sso_session', through.session.name]];
  return [
    ['sso_start_url', through.startUrl],
    ['sso_region', through.region],
  ];
}

function present(entries: readonly (readonly [key: string, value: string | undefined])[]): Entries {
  return entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}
