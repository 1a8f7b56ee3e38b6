import type { Overview, VaultStatus } from '../../shared/contract.ts';
import type { ProfileView, SessionStatus } from '../../shared/session.ts';
import type { AwsProfile, AwsSession } from './aws-config/aws-profiles.ts';
import type { ConfigState } from './aws-config/config-service.ts';

/** What the sidebar shows, made from the config on disk, who is signed in, and how the vault is. */
export function makeOverview(
  config: ConfigState,
  status: (session: AwsSession) => SessionStatus,
  vault: VaultStatus,
): Overview {
  return {
    files: config.files,
    sessions: config.sessions.map((session) => ({
      id: session.id,
      kind: session.kind,
      name: session.name,
      startUrl: session.startUrl,
      region: session.region,
      registrationScopes: session.registrationScopes,
      profiles: config.profiles.filter(({ sessionId }) => sessionId === session.id).map(profileView),
      status: status(session),
    })),
    otherProfiles: config.profiles.filter(({ sessionId }) => sessionId === undefined).map(profileView),
    // As one meets them in the files, whichever check found them.
    problems: config.problems.toSorted(
      (a, b) => Number(a.path > b.path) - Number(a.path < b.path) || (a.line ?? 0) - (b.line ?? 0),
    ),
    vault,
  };
}

/** The keys of a profile stay here: there may be secrets among them. */
function profileView({ name, kind, accountId, roleName, region }: AwsProfile): ProfileView {
  return {
    name,
    kind,
    ...(accountId === undefined ? {} : { accountId }),
    ...(roleName === undefined ? {} : { roleName }),
    ...(region === undefined ? {} : { region }),
  };
}
