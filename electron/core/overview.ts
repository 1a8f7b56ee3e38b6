import type { Overview, VaultStatus } from '../../shared/contract.ts';
import type { ProfileView, SessionStatus, SessionView } from '../../shared/session.ts';
import type { AwsProfile, AwsSession } from './aws-config/aws-profiles.ts';
import type { ConfigState } from './aws-config/config-service.ts';

export interface OverviewSources {
  /** As it is on disk. */
  readonly config: ConfigState;
  readonly drafts: readonly AwsSession[];
  readonly status: (session: AwsSession) => SessionStatus;
  readonly vault: VaultStatus;
  /** Whether the app wrote a profile. */
  readonly wrote: (profile: AwsProfile) => boolean;
}

/** What the sidebar shows. */
export function makeOverview({ config, drafts, status, vault, wrote }: OverviewSources): Overview {
  const view = (profile: AwsProfile) => profileView(profile, wrote(profile));
  const sessionView = (session: AwsSession, profiles: readonly AwsProfile[]): SessionView => ({
    id: session.id,
    kind: session.kind,
    name: session.name,
    startUrl: session.startUrl,
    region: session.region,
    registrationScopes: session.registrationScopes,
    profiles: profiles.map(view),
    status: status(session),
  });
  // One pass for all: a config of thousands of profiles is shown, too.
  const bySession = Map.groupBy(config.profiles, ({ sessionId }) => sessionId);
  return {
    files: config.files,
    sessions: config.sessions.map((session) => sessionView(session, bySession.get(session.id) ?? [])),
    drafts: drafts
      .filter(({ id }) => config.sessions.every((session) => session.id !== id))
      .map((session) => sessionView(session, [])),
    otherProfiles: (bySession.get(undefined) ?? []).map(view),
    // As one meets them in the files, whichever check found them.
    problems: config.problems.toSorted(
      (a, b) => Number(a.path > b.path) - Number(a.path < b.path) || (a.line ?? 0) - (b.line ?? 0),
    ),
    vault,
  };
}

/** The keys of a profile stay here: there may be secrets among them. */
function profileView(profile: AwsProfile, writtenHere: boolean): ProfileView {
  const { name, kind, accountId, roleName, region, source } = profile;
  return {
    name,
    kind,
    ...(accountId === undefined ? {} : { accountId }),
    ...(roleName === undefined ? {} : { roleName }),
    ...(region === undefined ? {} : { region }),
    ...(writtenHere ? { writtenHere } : {}),
    ...(source === undefined ? {} : { source }),
  };
}
