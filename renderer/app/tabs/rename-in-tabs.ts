import type { RoleTarget } from '../../../shared/role-target.ts';
import type { View } from '../view.ts';
import type { Tab, Tabs } from './tabs.ts';

/** A profile or session that has another name now. */
export interface Renaming {
  readonly what: 'profile' | 'session';
  readonly from: string;
  readonly to: string;
}

/** The tabs with what is shown under its new name, ways back and closed tabs included. */
export function renameInTabs(state: Tabs, renaming: Renaming): Tabs {
  let { nextId } = state;
  const inTab = (tab: Tab): Tab => ({
    ...tab,
    entries: tab.entries.map((entry) => {
      const view = renamedView(entry.view, renaming);
      // Another place: nothing that was left there is taken up again.
      return view === entry.view ? entry : { id: nextId++, view };
    }),
  });
  return { ...state, tabs: state.tabs.map(inTab), closed: state.closed.map(inTab), nextId };
}

function renamedView(view: View, renaming: Renaming): View {
  switch (view.kind) {
    case 'target': {
      const target = renamedTarget(view.target, renaming);
      return target === view.target ? view : { ...view, target };
    }
    case 'folder': {
      const target = renamedTarget(view.at.target, renaming);
      return target === view.at.target ? view : { ...view, at: { ...view.at, target } };
    }
    case 'session':
    case 'portal-roles': {
      const sessionId = renamedSession(view.sessionId, renaming);
      return sessionId === view.sessionId ? view : { ...view, sessionId };
    }
    default:
      return view;
  }
}

function renamedTarget(target: RoleTarget, renaming: Renaming): RoleTarget {
  if (target.kind === 'role') {
    const sessionId = renamedSession(target.sessionId, renaming);
    return sessionId === target.sessionId ? target : { ...target, sessionId };
  }
  const { what, from, to } = renaming;
  return what === 'profile' && target.profile === from ? { kind: 'profile', profile: to } : target;
}

function renamedSession(id: string, { what, from, to }: Renaming): string {
  return what === 'session' && id === `sso-session:${from}` ? `sso-session:${to}` : id;
}
