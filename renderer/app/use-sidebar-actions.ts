import { useQueryClient } from '@tanstack/react-query';
import type { Overview } from '../../shared/contract.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import type { SessionView } from '../../shared/session.ts';
import type { Marks } from '../bridge/marks.ts';
import { knownAccountName } from '../bridge/portal-accounts.ts';
import { markEntries } from '../features/marks/mark-entries.tsx';
import { useMarkChange } from '../features/marks/use-mark-change.ts';
import type { ConfigEdit } from '../features/profiles/config-edit.ts';
import type { SidebarKeys, SidebarMenus } from '../features/sign-ins/sidebar-context.ts';
import type { ActionGroups } from '../ui/action-menu.tsx';
import { useSpeech } from '../ui/language.tsx';
import { saysProduction } from './production.ts';
import { knownTarget } from './profile-source.ts';
import { profileOf } from './role-names.ts';
import type { Go } from './workbench.ts';

export interface SidebarActions {
  readonly menus: SidebarMenus;
  readonly keys: SidebarKeys;
}

export interface SidebarActionSources {
  readonly overview: Overview | undefined;
  readonly marks: Marks;
  readonly go: Go;
  readonly edit: (edit: ConfigEdit) => void;
}

/** What can be done with the sessions and profiles of the sidebar. */
export function useSidebarActions(sources: SidebarActionSources): SidebarActions {
  const { overview, marks, go, edit } = sources;
  const words = useSpeech().messages.profiles;
  const queries = useQueryClient();
  const onMark = useMarkChange();
  const { menu } = words;

  const session = ({ id, kind, name }: SessionView): ActionGroups => {
    const roles = (mode: 'add' | 'compare') => () => go({ kind: 'portal-roles', sessionId: id, mode });
    return [
      [
        { id: 'add', label: menu.addProfiles, act: roles('add') },
        { id: 'compare', label: menu.compare, act: roles('compare') },
      ],
      // A legacy start URL has no section of its own to be edited.
      kind === 'sso-session'
        ? [
            { id: 'edit', label: menu.edit, act: () => edit({ kind: 'session', name, task: 'edit' }) },
            {
              id: 'rename',
              label: menu.rename,
              shortcut: 'F2',
              act: () => edit({ kind: 'session', name, task: 'rename' }),
            },
            {
              id: 'delete',
              label: menu.remove,
              shortcut: 'Del',
              act: () => edit({ kind: 'session', name, task: 'delete' }),
            },
          ]
        : [],
    ];
  };

  const target = (whose: RoleTarget): ActionGroups => {
    const found = overview && knownTarget(overview, whose);
    const { accountId, roleName } = whose.kind === 'role' ? whose : (found?.profile ?? {});
    const account = knownAccountName(queries, found?.session, accountId);
    const productionByName = saysProduction(profileOf(whose), account, roleName);
    const name = profileOf(whose);
    return [
      [{ id: 'tab', label: menu.openInTab, act: () => go({ kind: 'target', target: whose }, 'new-tab') }],
      markEntries({ target: whose, mark: marks.of(whose), productionByName, onMark, words }),
      name === undefined
        ? []
        : [
            { id: 'edit', label: menu.edit, act: () => edit({ kind: 'profile', name, task: 'edit' }) },
            ...(name === 'default'
              ? []
              : [
                  {
                    id: 'rename',
                    label: menu.rename,
                    shortcut: 'F2',
                    act: () => edit({ kind: 'profile', name, task: 'rename' }),
                  },
                ]),
            {
              id: 'duplicate',
              label: menu.duplicate,
              act: () => edit({ kind: 'profile', name, task: 'duplicate' }),
            },
            {
              id: 'delete',
              label: menu.remove,
              shortcut: 'Del',
              act: () => edit({ kind: 'profile', name, task: 'delete' }),
            },
          ],
    ];
  };

  const about = (whose: RoleTarget | SessionView): Pick<ConfigEdit, 'kind' | 'name'> | undefined => {
    if ('status' in whose) return { kind: 'session', name: whose.name };
    return whose.kind === 'profile' ? { kind: 'profile', name: whose.profile } : undefined;
  };
  const open = (whose: RoleTarget | SessionView, task: 'rename' | 'delete') => {
    const what = about(whose);
    const fixed = task === 'rename' && what?.kind === 'profile' && what.name === 'default';
    if (what !== undefined && !fixed) edit({ ...what, task });
  };
  return {
    menus: { session, target },
    keys: {
      star: (whose) => onMark({ target: whose, starred: marks.of(whose)?.starred !== true }),
      rename: (whose) => open(whose, 'rename'),
      remove: (whose) => open(whose, 'delete'),
    },
  };
}
