import { useState } from 'react';
import type { CatalogRole } from '../../../shared/portal-comparison.ts';
import type { KeptCatalog } from '../../bridge/portal-catalog.ts';
import { Button } from '../../ui/button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { FlowFrame } from './flow-frame.tsx';
import { type ImportState, NO_IMPORT } from './import-state.ts';
import { ImportSteps } from './import-steps.tsx';
import type { PortalRolesViewProps } from './portal-roles-view.tsx';
import { throughSession } from './wizard-state.ts';

export interface AddComparedProps extends PortalRolesViewProps {
  readonly kept: KeptCatalog;
  readonly picked: readonly CatalogRole[];
  /** Back to the comparison. */
  readonly onBack: () => void;
}

/** Names and review for roles that were picked from a comparison. */
export function AddCompared({
  overview,
  session,
  kept,
  picked,
  onSignIn,
  onWritten,
  onBack,
}: AddComparedProps) {
  const { connect } = useSpeech().messages;
  const [state, setState] = useState<ImportState>({ ...NO_IMPORT, step: 'profiles', picked, touched: true });
  return (
    <FlowFrame
      title={connect.add.title({ session: session.name })}
      steps={[connect.roles.title, connect.profiles.title, connect.review.title]}
      current={state.step === 'review' ? 2 : 1}
      tools={<Button onPress={onBack}>{connect.cancel}</Button>}
    >
      <ImportSteps
        first={1}
        overview={overview}
        session={session}
        kept={kept}
        sessionName={session.name}
        through={throughSession(session)}
        state={state}
        active
        onChange={(part) => {
          if (part.step === 'roles') onBack();
          else setState((before) => ({ ...before, ...part }));
        }}
        onSignIn={onSignIn}
        onWritten={onWritten}
      />
    </FlowFrame>
  );
}
