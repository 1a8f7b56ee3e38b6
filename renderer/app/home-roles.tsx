import type { RoleTarget } from '../../shared/role-target.ts';
import { useMarks } from '../bridge/marks.ts';
import { RoleList } from '../features/marks/role-list.tsx';
import { profileNote } from '../features/sign-ins/profile-note.ts';
import { useSpeech } from '../ui/language.tsx';
import { markedRoles } from './recent-roles.ts';
import { useProductionNames } from './use-production-names.ts';
import type { Workbench } from './workbench.ts';

/** On a view that shows nobody's buckets: the favourites, and whose were looked at last. */
export function HomeRoles({ bench }: { readonly bench: Workbench }) {
  const { overview, go } = bench;
  const { messages } = useSpeech();
  const marks = useMarks();
  const productionName = useProductionNames(overview);
  const roles = markedRoles(overview, marks).map(({ mark, profile, session }) => {
    const { target } = mark;
    const note = profile === undefined ? accountOf(target) : profileNote(profile, messages);
    return {
      mark,
      name: target.kind === 'profile' ? target.profile : target.roleName,
      note: [note, session?.name].filter(Boolean).join(' · '),
      production: productionName(target) !== undefined,
      session,
    };
  });
  return <RoleList roles={roles} onOpen={(target) => go({ kind: 'target', target })} />;
}

function accountOf(target: RoleTarget): string {
  return target.kind === 'role' ? target.accountId : '';
}
