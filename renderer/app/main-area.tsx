import { useAppInfo } from '../bridge/bridge-context.tsx';
import { PortalView } from '../features/portal/portal-view.tsx';
import { SignInPanel } from '../features/sign-in/sign-in-panel.tsx';
import { ConfigProblems } from '../features/sign-ins/config-problems.tsx';
import { EmptyHome } from '../features/sign-ins/empty-home.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { usePageWords } from '../ui/language.tsx';
import { ConnectArea, PortalRolesArea } from './connect-area.tsx';
import { FolderArea } from './folder-area.tsx';
import { HomeRoles } from './home-roles.tsx';
import { TargetArea } from './target-area.tsx';
import { useTitle } from './use-title.ts';
import { sessionOf, type View } from './view.ts';
import type { Workbench } from './workbench.ts';

export interface MainAreaProps {
  readonly view: View;
  /** Of the history entry that is shown. */
  readonly entryId: number;
  /** Its tab is shown. */
  readonly active: boolean;
  readonly bench: Workbench;
}

/** Shows what was chosen, or what has to happen before it can be shown. */
export function MainArea({ view, entryId, active, bench }: MainAreaProps) {
  const { home } = usePageWords();
  const { overview, signIns, actions, host, go } = bench;
  const demo = useAppInfo()?.demo === true;
  if (view.kind === 'problems') return <ConfigProblems problems={overview.problems} />;
  if (view.kind === 'connect') return <ConnectArea bench={bench} />;
  if (view.kind === 'portal-roles') return <PortalRolesArea view={view} bench={bench} />;
  if (view.kind === 'target') return <TargetArea target={view.target} entryId={entryId} bench={bench} />;
  if (view.kind === 'folder') return <FolderArea view={view} {...{ entryId, active, bench }} />;
  const only = overview.sessions.length === 1 ? overview.sessions[0] : undefined;
  const session = sessionOf(overview, view) ?? (only?.status.state === 'signed-out' ? only : undefined);
  if (session === undefined) {
    if (overview.sessions.length === 0) {
      return (
        <EmptyHome config={overview.files.config} demo={demo} onConnect={() => go({ kind: 'connect' })} />
      );
    }
    return (
      <EmptyState level={1} title={home.chooseTitle} body={home.choose}>
        <HomeRoles bench={bench} />
      </EmptyState>
    );
  }
  const state = signIns[session.id];
  if (session.status.state === 'signed-out' || state !== undefined) {
    return (
      <SignInPanel
        key={session.id}
        session={session}
        state={state}
        purpose={undefined}
        host={host}
        onStart={() => actions.signIn(session)}
        onCancel={() => actions.cancelSignIn(session)}
      />
    );
  }
  return (
    <Titled title={session.name}>
      <PortalView
        key={session.id}
        session={session}
        onBrowse={({ accountId, roleName }) =>
          go({ kind: 'target', target: { kind: 'role', sessionId: session.id, accountId, roleName } })
        }
        onSignIn={() => actions.signIn(session)}
      />
    </Titled>
  );
}

function Titled({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  useTitle(title);
  return children;
}
