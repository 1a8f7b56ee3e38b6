import type { Overview } from '../../shared/contract.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import type { SessionView } from '../../shared/session.ts';
import { useKnownAccountName } from '../bridge/portal-accounts.ts';
import { saysProduction } from './production.ts';
import { findTarget } from './view.ts';

/** Whose eyes one looks through, by all the names that are known. */
export interface RoleNames {
  readonly session: SessionView | undefined;
  /** The profile's name, or the role's. */
  readonly short: string;
  readonly accountName: string | undefined;
  readonly accountId: string | undefined;
  readonly roleName: string | undefined;
  readonly region: string | undefined;
  /** One of the names says so. */
  readonly production: boolean;
}

/** The names of a target; undefined where there is none. */
export function useRoleNames(
  overview: Overview | undefined,
  target: RoleTarget | undefined,
): RoleNames | undefined {
  const found = overview === undefined || target === undefined ? undefined : findTarget(overview, target);
  const { accountId, roleName } = target?.kind === 'role' ? target : (found?.profile ?? {});
  const accountName = useKnownAccountName(found?.session, accountId);
  if (target === undefined) return undefined;
  const profile = target.kind === 'profile' ? target.profile : undefined;
  return {
    session: found?.session,
    short: shortName(target),
    accountName,
    accountId,
    roleName,
    // A role picked in the portal has no region of its own; the session's is used for its first request.
    region: found?.profile?.region ?? (target.kind === 'role' ? found?.session.region : undefined),
    production: saysProduction(profile, accountName, roleName),
  };
}

/** A target in few words, without asking what else is known of it. */
export function shortName(target: RoleTarget): string {
  return target.kind === 'profile' ? target.profile : `${target.roleName} @ ${target.accountId}`;
}
