import type { Overview } from '../../shared/contract.ts';
import type { ProfileColour } from '../../shared/profile-mark.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import type { ProfileKind, SessionView } from '../../shared/session.ts';
import { useMarks } from '../bridge/marks.ts';
import { useKnownAccountName } from '../bridge/portal-accounts.ts';
import { isProduction } from './production.ts';
import { knownTarget } from './profile-source.ts';

/** Whose eyes one looks through, by all the names that are known. */
export interface RoleNames {
  /** It stands in the config, or its session does. */
  readonly known: boolean;
  /** Whose sign-in it needs; undefined where it needs none. */
  readonly session: SessionView | undefined;
  /** How its profile comes by credentials; undefined for a role picked in the portal. */
  readonly kind: ProfileKind | undefined;
  /** The profiles that it goes through, nearest first. */
  readonly through: readonly string[];
  /** The profile's name, or the role's. */
  readonly short: string;
  readonly accountName: string | undefined;
  readonly accountId: string | undefined;
  readonly roleName: string | undefined;
  readonly region: string | undefined;
  /** The person said so, or one of the names does. */
  readonly production: boolean;
  readonly colour: ProfileColour | undefined;
}

/** The names of a target; undefined where there is none. */
export function useRoleNames(
  overview: Overview | undefined,
  target: RoleTarget | undefined,
): RoleNames | undefined {
  const marks = useMarks();
  const found = overview === undefined || target === undefined ? undefined : knownTarget(overview, target);
  const { accountId, roleName } = target?.kind === 'role' ? target : (found?.profile ?? {});
  const accountName = useKnownAccountName(found?.session, accountId);
  if (target === undefined) return undefined;
  const mark = marks.of(target);
  return {
    known: found !== undefined,
    session: found?.session,
    kind: found?.profile?.kind,
    through: found?.through.map(({ name }) => name) ?? [],
    short: shortName(target),
    accountName,
    accountId,
    roleName,
    // A role picked in the portal has no region of its own; the session's is used for its first request.
    region: found?.profile?.region ?? (target.kind === 'role' ? found?.session?.region : undefined),
    production: isProduction(mark, profileOf(target), accountName, roleName),
    colour: mark?.colour,
  };
}

export function profileOf(target: RoleTarget): string | undefined {
  return target.kind === 'profile' ? target.profile : undefined;
}

/** A target in few words, without asking what else is known of it. */
export function shortName(target: RoleTarget): string {
  return target.kind === 'profile' ? target.profile : `${target.roleName} @ ${target.accountId}`;
}
