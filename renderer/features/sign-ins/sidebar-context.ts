import { createContext, use } from 'react';
import type { RoleTarget } from '../../../shared/role-target.ts';
import type { SessionView } from '../../../shared/session.ts';
import type { SignIns } from '../../../shared/sign-in.ts';
import type { Marks } from '../../bridge/marks.ts';
import type { ActionGroups } from '../../ui/action-menu.tsx';
import type { SidebarChoice } from './sidebar-choice.ts';

/** What can be done with what stands in the sidebar. */
export interface SidebarMenus {
  readonly session: (session: SessionView) => ActionGroups;
  /** Of a profile, or of a role among the favourites. */
  readonly target: (target: RoleTarget) => ActionGroups;
}

/** What single keys do on an item; undefined where it can't be done. */
export interface SidebarKeys {
  /** `*` */
  readonly star: (target: RoleTarget) => void;
  /** F2 */
  readonly rename: (target: RoleTarget | SessionView) => void;
  /** Delete */
  readonly remove: (target: RoleTarget | SessionView) => void;
}

export interface SidebarState {
  readonly signIns: SignIns;
  readonly choice: SidebarChoice | undefined;
  readonly onChoose: (choice: SidebarChoice) => void;
  readonly marks: Marks;
  readonly isProduction: (target: RoleTarget) => boolean;
  /** The session that signs in for a target; undefined where none does. */
  readonly sessionOf: (target: RoleTarget) => SessionView | undefined;
  readonly menus: SidebarMenus;
  readonly keys: SidebarKeys;
  readonly openMenu: (label: string, place: { x: number; y: number }, groups: ActionGroups) => void;
}

export const SidebarContext = createContext<SidebarState | undefined>(undefined);

/** @throws outside of the sidebar */
export function useSidebar(): SidebarState {
  const state = use(SidebarContext);
  if (state === undefined) throw new Error('no sidebar above this component');
  return state;
}
