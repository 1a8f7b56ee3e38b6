import type { Overview } from '../../shared/contract.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import type { ProfileView, SessionView } from '../../shared/session.ts';

/** How a profile comes by its credentials. */
export interface ProfileSource {
  readonly profile: ProfileView;
  /** The profiles that it goes through (`source_profile`), nearest first. */
  readonly through: readonly ProfileView[];
  /** The session that signs in for it: its own, or that of the last profile it goes through. */
  readonly session: SessionView | undefined;
  /** A `source_profile` that isn't there. */
  readonly missing?: string;
  /** They go round in a circle. */
  readonly cycle?: true;
}

interface Home {
  readonly profile: ProfileView;
  readonly session: SessionView | undefined;
}

// Asked for by every tab and row; the overview is one object until it changes.
const homes = new WeakMap<Overview, ReadonlyMap<string, Home>>();

function homesOf(overview: Overview): ReadonlyMap<string, Home> {
  const known = homes.get(overview);
  if (known !== undefined) return known;
  const found = new Map<string, Home>();
  for (const profile of overview.otherProfiles) found.set(profile.name, { profile, session: undefined });
  for (const session of [...overview.drafts, ...overview.sessions]) {
    for (const profile of session.profiles) found.set(profile.name, { profile, session });
  }
  homes.set(overview, found);
  return found;
}

/** Follows a profile to where its credentials come from; undefined where there is no such profile. */
export function profileSource(overview: Overview, name: string): ProfileSource | undefined {
  const all = homesOf(overview);
  const first = all.get(name);
  if (first === undefined) return undefined;
  const { profile } = first;
  const through: ProfileView[] = [];
  let last = first;
  const seen = new Set([name]);
  while (last.profile.source !== undefined && last.session === undefined) {
    const { source } = last.profile;
    // A profile may name itself: its own keys then take on its role (botocore, "source_profile = self").
    if (source === last.profile.name) break;
    if (seen.has(source)) return { profile, through, session: undefined, cycle: true };
    seen.add(source);
    const next = all.get(source);
    if (next === undefined) return { profile, through, session: undefined, missing: source };
    through.push(next.profile);
    last = next;
  }
  return { profile, through, session: last.session };
}

/** A target as far as it is known: its profile where it has one, and the session that signs in for it. */
export interface KnownTarget {
  readonly profile: ProfileView | undefined;
  readonly through: readonly ProfileView[];
  /** Absent for profiles that need no sign-in. */
  readonly session: SessionView | undefined;
}

/** Undefined where a target isn't in the config (nor set up) any more. */
export function knownTarget(overview: Overview, target: RoleTarget): KnownTarget | undefined {
  if (target.kind === 'profile') return profileSource(overview, target.profile);
  const session = [...overview.sessions, ...overview.drafts].find(({ id }) => id === target.sessionId);
  return session === undefined ? undefined : { profile: undefined, through: [], session };
}
