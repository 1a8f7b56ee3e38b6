import type { Overview } from '../../shared/contract.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import type { ProfileView, SessionId, SessionView } from '../../shared/session.ts';
import type { SidebarChoice } from '../features/sign-ins/sidebar-choice.ts';

/** What the main area shows. */
export type View =
  | { readonly kind: 'home' }
  | { readonly kind: 'target'; readonly target: RoleTarget }
  | { readonly kind: 'session'; readonly sessionId: SessionId }
  | { readonly kind: 'other-profile'; readonly profile: string }
  | { readonly kind: 'problems' };

export function viewOf(choice: SidebarChoice): View {
  if (choice.kind !== 'profile') return choice;
  return { kind: 'target', target: { kind: 'profile', profile: choice.profile } };
}

/** What is marked in the sidebar; for a role picked in the portal, its session's list of accounts. */
export function choiceOf(view: View): SidebarChoice | undefined {
  if (view.kind === 'home') return undefined;
  if (view.kind !== 'target') return view;
  const { target } = view;
  return target.kind === 'profile' ? target : { kind: 'session', sessionId: target.sessionId };
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
  if (view.kind === 'target') return findTarget(overview, view.target)?.session;
  if (view.kind === 'session') return overview.sessions.find(({ id }) => id === view.sessionId);
  return undefined;
}
