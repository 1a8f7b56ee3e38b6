import type { Overview } from '../../../shared/contract.ts';
import type { SessionView } from '../../../shared/session.ts';
import { usePortalCatalog } from '../../bridge/portal-catalog.ts';
import { Button } from '../../ui/button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { changeImport, forgetImport, useConnectStore } from './connect-store.ts';
import { FlowFrame } from './flow-frame.tsx';
import { NO_IMPORT } from './import-state.ts';
import { ImportSteps } from './import-steps.tsx';
import { PortalComparisonView } from './portal-comparison-view.tsx';
import { throughSession } from './wizard-state.ts';

export interface PortalRolesViewProps {
  readonly overview: Overview;
  /** Signed in. */
  readonly session: SessionView;
  readonly mode: 'add' | 'compare';
  readonly onSignIn: () => void;
  /** @param profiles names of those written */
  readonly onWritten: (profiles: readonly string[]) => void;
  readonly onLeave: () => void;
}

/** Profiles for the roles of a session that is in the config: more of them, or a comparison with the portal. */
export function PortalRolesView(props: PortalRolesViewProps) {
  return props.mode === 'add' ? <AddProfiles {...props} /> : <PortalComparisonView {...props} />;
}

function AddProfiles({ overview, session, onSignIn, onWritten, onLeave }: PortalRolesViewProps) {
  const { connect } = useSpeech().messages;
  const { id, name } = session;
  const state = useConnectStore(({ imports }) => imports[id] ?? NO_IMPORT);
  const kept = usePortalCatalog(session);
  return (
    <FlowFrame
      title={connect.add.title({ session: name })}
      steps={[connect.roles.title, connect.profiles.title, connect.review.title]}
      current={['roles', 'profiles', 'review'].indexOf(state.step)}
      tools={
        <Button
          onPress={() => {
            forgetImport(id);
            onLeave();
          }}
        >
          {connect.cancel}
        </Button>
      }
    >
      <ImportSteps
        first={1}
        overview={overview}
        session={session}
        kept={kept}
        sessionName={name}
        through={throughSession(session)}
        state={state}
        active
        onChange={(part) => changeImport(id, part)}
        onSignIn={onSignIn}
        onWritten={(profiles) => {
          forgetImport(id);
          onWritten(profiles);
        }}
      />
    </FlowFrame>
  );
}
