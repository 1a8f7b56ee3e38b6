import { type BucketAddress, addressKey } from '../../shared/bucket-address.ts';
import type { Overview } from '../../shared/contract.ts';
import type { SearchCriteria } from '../../shared/listing.ts';
import { type RoleTarget, targetKey } from '../../shared/role-target.ts';
import { parentFolder } from '../../shared/s3-location.ts';
import type { SessionId, SessionView } from '../../shared/session.ts';
import type { SidebarChoice } from '../features/sign-ins/sidebar-choice.ts';
import { knownTarget } from './profile-source.ts';

/** What a tab shows. */
export type View =
  | { readonly kind: 'home' }
  /** A role's buckets. */
  | { readonly kind: 'target'; readonly target: RoleTarget }
  | FolderView
  | { readonly kind: 'session'; readonly sessionId: SessionId }
  | { readonly kind: 'problems' }
  /** Setting up a sign-in and its profiles. */
  | { readonly kind: 'connect' }
  | PortalRolesView;

/** Profiles for the roles of a session: made, or compared with those that are there. */
export interface PortalRolesView {
  readonly kind: 'portal-roles';
  readonly sessionId: SessionId;
  readonly mode: 'add' | 'compare';
}

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

/** Whose eyes a view looks through, where it is a role's. */
export function targetOf(view: View): RoleTarget | undefined {
  if (view.kind === 'target') return view.target;
  return view.kind === 'folder' ? view.at.target : undefined;
}

/** What is marked in the sidebar. */
export function choiceOf(view: View): SidebarChoice | undefined {
  const target = targetOf(view);
  if (target !== undefined) return { kind: 'target', target };
  switch (view.kind) {
    case 'session':
    case 'problems':
    case 'connect':
      return view;
    case 'portal-roles':
      return { kind: 'session', sessionId: view.sessionId };
    default:
      return undefined;
  }
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

/** The session that a view is about, or that signs in for whose eyes it looks through. */
export function sessionOf(overview: Overview, view: View): SessionView | undefined {
  const target = targetOf(view);
  if (target !== undefined) return knownTarget(overview, target)?.session;
  return view.kind === 'session' || view.kind === 'portal-roles'
    ? findSession(overview, view.sessionId)
    : undefined;
}

/** A session of the config, or one that is being set up. */
export function findSession(overview: Overview, id: SessionId): SessionView | undefined {
  return [...overview.sessions, ...overview.drafts].find((session) => session.id === id);
}
