import type { RoleTarget } from '../../../shared/role-target.ts';
import type { SessionId } from '../../../shared/session.ts';

/** What can be chosen in the sidebar, to be shown in the main area. */
export type SidebarChoice =
  /** A profile, or a role picked in the portal that is among the favourites. */
  | { readonly kind: 'target'; readonly target: RoleTarget }
  | { readonly kind: 'session'; readonly sessionId: SessionId }
  | { readonly kind: 'problems' }
  | { readonly kind: 'connect' };
