import { type BucketAddress, addressKey } from '../../shared/bucket-address.ts';
import type { Overview } from '../../shared/contract.ts';
import type { SearchCriteria } from '../../shared/listing.ts';
import { type RoleTarget, targetKey } from '../../shared/role-target.ts';
import { parentFolder } from '../../shared/s3-location.ts';
import type { ProfileView, SessionId, SessionView } from '../../shared/session.ts';
import type { SidebarChoice } from '../features/sign-ins/sidebar-choice.ts';

/** What a tab shows. */
export type View =
  | { readonly kind: 'home' }
  /** A role's buckets. */
  | { readonly kind: 'target'; readonly target: RoleTarget }
  | FolderView
  | { readonly kind: 'session'; readonly sessionId: SessionId }
  | { readonly kind: 'other-profile'; readonly profile: string }
  | { readonly kind: 'problems' };

/** One folder of a bucket, or what was searched for below it. */
export interface FolderView {
  readonly kind: 'folder';
  readonly at: BucketAddress;
  /** Ends in `/`, or is empty for the whole bucket. */
  readonly prefix: string;
  readonly search?: SearchCriteria | undefined;
  /** An object in it to show at first. */
  readonly reveal?: { readonly key: string; readonly versionId?: string | undefined } | undefined;
}

export const HOME: View = { kind: 'home' };

export function viewOf(choice: SidebarChoice): View {
  if (choice.kind !== 'profile') return choice;
  return { kind: 'target', target: { kind: 'profile', profile: choice.profile } };
}

/** Whose eyes a view looks through, where it is a role's. */
export function targetOf(view: View): RoleTarget | undefined {
  if (view.kind === 'target') return view.target;
  return view.kind === 'folder' ? view.at.target : undefined;
}

/** What is marked in the sidebar; for a role picked in the portal, its session's list of accounts. */
export function choiceOf(view: View): SidebarChoice | undefined {
  const target = targetOf(view);
  if (target?.kind === 'profile') return target;
  if (target !== undefined) return { kind: 'session', sessionId: target.sessionId };
  return view.kind === 'home' || view.kind === 'target' || view.kind === 'folder' ? undefined : view;
}

/** One level up: a folder's folder, a bucket's list, a search's folder; undefined where there is none. */
export function above(view: View): View | undefined {
  if (view.kind !== 'folder') return undefined;
  const { at, prefix } = view;
  if (view.search !== undefined) return { kind: 'folder', at, prefix };
  const parent = parentFolder(prefix);
  return parent === undefined
    ? { kind: 'target', target: at.target }
    : { kind: 'folder', at, prefix: parent };
}

/** A stable text for what a view shows; two views with the same one are the same place. */
export function viewKey(view: View): string {
  if (view.kind === 'target') return `target ${targetKey(view.target)}`;
  if (view.kind !== 'folder') return JSON.stringify(view);
  const { at, prefix, search, reveal } = view;
  return JSON.stringify(['folder', addressKey(at), prefix, search ?? null, reveal ?? null]);
}

/** A target as far as it is known: its session, and its profile where it has one. */
export interface FoundTarget {
  readonly session: SessionView;
  readonly profile: ProfileView | undefined;
}

/** Finds whose session a target belongs to; undefined where it isn't in the config any more. */
export function findTarget(overview: Overview, target: RoleTarget): FoundTarget | undefined {
  for (const session of overview.sessions) {
    if (target.kind === 'role') {
      if (session.id === target.sessionId) return { session, profile: undefined };
    } else {
      const profile = session.profiles.find(({ name }) => name === target.profile);
      if (profile !== undefined) return { session, profile };
    }
  }
  return undefined;
}

/** The session that a view is about, if it is about one. */
export function sessionOf(overview: Overview, view: View): SessionView | undefined {
  const target = targetOf(view);
  if (target !== undefined) return findTarget(overview, target)?.session;
  if (view.kind === 'session') return overview.sessions.find(({ id }) => id === view.sessionId);
  return undefined;
}
