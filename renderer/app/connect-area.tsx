import { appError } from '../../shared/app-error.ts';
import type { SessionView } from '../../shared/session.ts';
import { ConnectWizard } from '../features/connect/connect-wizard.tsx';
import { PortalRolesView } from '../features/connect/portal-roles-view.tsx';
import { SignInPanel } from '../features/sign-in/sign-in-panel.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useSpeech } from '../ui/language.tsx';
import { useTitle } from './use-title.ts';
import { HOME, type PortalRolesView as PortalRoles, sessionOf } from './view.ts';
import type { Workbench } from './workbench.ts';
import styles from './shell.module.css';

/** Setting up a sign-in and its profiles. */
export function ConnectArea({ bench }: { readonly bench: Workbench }) {
  const { connect } = useSpeech().messages;
  const { overview, actions, go } = bench;
  useTitle(connect.title);
  return (
    <ConnectWizard
      overview={overview}
      renderSignIn={(session) => <SignIn session={session} bench={bench} inside />}
      onSignIn={(id) => actions.signIn({ id })}
      onWritten={(sessionId, [first]) => {
        if (first === undefined) go({ kind: 'session', sessionId }, 'in-place');
        else go({ kind: 'target', target: { kind: 'profile', profile: first } }, 'in-place');
      }}
      onLeave={() => go(HOME, 'in-place')}
    />
  );
}

/** Profiles for a session's roles; the sign-in before it where that is needed. */
export function PortalRolesArea({ view, bench }: { readonly view: PortalRoles; readonly bench: Workbench }) {
  const { connect } = useSpeech().messages;
  const { overview, signIns, actions, go } = bench;
  const session = sessionOf(overview, view);
  useTitle(session && connect[view.mode].title({ session: session.name }));
  if (session === undefined) {
    const name = view.sessionId.replace(/^[a-z-]+:/, '');
    return (
      <div className={styles.notice}>
        <ErrorNotice error={appError('session.not-found', { session: name })} />
      </div>
    );
  }
  if (session.status.state === 'signed-out' || signIns[session.id] !== undefined) {
    return <SignIn session={session} bench={bench} />;
  }
  return (
    <PortalRolesView
      key={`${session.id} ${view.mode}`}
      overview={overview}
      session={session}
      mode={view.mode}
      onSignIn={() => actions.signIn(session)}
      onWritten={([first]) => {
        if (first === undefined) return;
        go({ kind: 'target', target: { kind: 'profile', profile: first } }, 'in-place');
      }}
      onLeave={() => go({ kind: 'session', sessionId: session.id }, 'in-place')}
    />
  );
}

interface SignInProps {
  readonly session: SessionView;
  readonly bench: Workbench;
  readonly inside?: boolean;
}

function SignIn({ session, bench, inside = false }: SignInProps) {
  const { signIns, actions, host } = bench;
  return (
    <SignInPanel
      key={session.id}
      session={session}
      state={signIns[session.id]}
      purpose={undefined}
      host={host}
      onStart={() => actions.signIn(session)}
      onCancel={() => actions.cancelSignIn(session)}
      inside={inside}
    />
  );
}
