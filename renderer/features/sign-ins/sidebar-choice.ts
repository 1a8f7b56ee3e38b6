import type { SessionId } from '../../../shared/session.ts';

/** What can be chosen in the sidebar, to be shown in the main area. */
export type SidebarChoice =
  | { readonly kind: 'profile'; readonly profile: string }
  | { readonly kind: 'session'; readonly sessionId: SessionId }
  | { readonly kind: 'other-profile'; readonly profile: string }
  | { readonly kind: 'problems' };
