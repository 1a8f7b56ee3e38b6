import { type ReactNode, useState } from 'react';
import type { Overview } from '../../../shared/contract.ts';
import type { SessionId, SessionView } from '../../../shared/session.ts';
import { usePortalCatalog } from '../../bridge/portal-catalog.ts';
import { useRegionSearch } from '../../bridge/start-url.ts';
import { Button } from '../../ui/button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { changeWizard, changeWizardRoles } from './connect-store.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { FlowFrame } from './flow-frame.tsx';
import { ImportSteps } from './import-steps.tsx';
import { NameStep } from './name-step.tsx';
import { RegionStep } from './region-step.tsx';
import { RegionWords } from './region-words.tsx';
import { SignInStep } from './sign-in-step.tsx';
import { StartUrlStep } from './start-url-step.tsx';
import { Step, type StepState } from './step.tsx';
import { useWizard } from './use-wizard.ts';
import {
  existingSession,
  isUntouched,
  presentSession,
  sessionFields,
  signInThrough,
  type WizardStep,
} from './wizard-state.ts';
import styles from './connect.module.css';

export interface ConnectWizardProps {
  readonly overview: Overview;
  /** A sign-in under way, or what became of it. */
  readonly renderSignIn: (session: SessionView) => ReactNode;
  readonly onSignIn: (id: SessionId) => void;
  /** @param profiles names of those written; none where only the session was */
  readonly onWritten: (session: SessionId, profiles: readonly string[]) => void;
  readonly onLeave: () => void;
}

const ORDER: readonly WizardStep[] = ['start-url', 'region', 'name', 'import'];

/** From the address of an access portal to profiles: everything that `aws configure sso` asks, in plain steps. */
export function ConnectWizard(props: ConnectWizardProps) {
  const { overview, renderSignIn, onSignIn, onWritten, onLeave } = props;
  const { connect } = useSpeech().messages;
  const { state, goTo, understood, takeExisting, beginSignIn, forget } = useWizard(overview, onSignIn);
  const [asking, setAsking] = useState(false);
  const { finding, startUrl, region, regionFrom, name, legacy, step } = state;
  const existing = existingSession(overview, state);
  const session = presentSession(overview, state);
  const signedIn = session?.status.state === 'signed-in';
  const names = new Set(overview.sessions.map((each) => each.name));
  // Names and the review need nobody who is signed in.
  const beyond = step === 'import' && (signedIn || state.roles.step !== 'roles');
  const kept = usePortalCatalog(beyond ? session : undefined);
  const unknownRegion = step === 'region' && finding !== undefined && region === '';
  const search = useRegionSearch(finding?.startUrl ?? '', unknownRegion);
  const here = ORDER.indexOf(step);
  const stateOf = (which: WizardStep): StepState => {
    const index = ORDER.indexOf(which);
    if (index < here) return 'done';
    return index === here ? 'current' : 'ahead';
  };
  const leave = () => {
    forget();
    onLeave();
  };
  const number = beyond ? 4 + ['roles', 'profiles', 'review'].indexOf(state.roles.step) : here;
  return (
    <FlowFrame
      title={connect.title}
      intro={number === 0 ? connect.intro : undefined}
      steps={[
        connect.startUrl.title,
        connect.region.title,
        connect.name.title,
        connect.signIn.title,
        connect.roles.title,
        connect.profiles.title,
        connect.review.title,
      ]}
      current={number}
      tools={
        <>
          <Button onPress={() => (isUntouched(state) ? leave() : setAsking(true))}>
            {isUntouched(state) ? connect.cancel : connect.startOver}
          </Button>
          {asking && <DiscardDialog onClose={() => setAsking(false)} onDiscard={leave} />}
        </>
      }
    >
      <Step
        number={1}
        title={connect.startUrl.title}
        state={stateOf('start-url')}
        summary={<span className={styles.plainUrl}>{startUrl}</span>}
        onChange={() => goTo('start-url')}
      >
        <StartUrlStep
          value={startUrl}
          onChange={(text) => changeWizard({ startUrl: text })}
          sessions={overview.sessions}
          onUse={takeExisting}
          onNext={understood}
        />
      </Step>
      <Step
        number={2}
        title={connect.region.title}
        state={stateOf('region')}
        summary={<RegionWords region={region} from={regionFrom} />}
        onChange={existing === undefined ? () => goTo('region') : undefined}
        focusKey={search.searching ? 'search' : 'field'}
      >
        <RegionStep
          value={region}
          search={search}
          onChange={(text) => changeWizard({ region: text, regionFrom: 'typed' })}
          onNext={(code, from) =>
            // What was not changed is still known from where it was known before.
            changeWizard({ region: code, regionFrom: code === region ? regionFrom : from, step: 'name' })
          }
        />
      </Step>
      <Step
        number={3}
        title={connect.name.title}
        state={stateOf('name')}
        summary={legacy ? connect.name.legacySummary : name}
        onChange={existing === undefined ? () => goTo('name') : undefined}
      >
        <NameStep
          state={state}
          taken={names}
          signedIn={signedIn && existing === undefined}
          onChange={changeWizard}
          onNext={() => changeWizard({ step: 'import' })}
        />
      </Step>
      <Step
        number={4}
        title={connect.signIn.title}
        state={beyond ? 'done' : stateOf('import')}
        summary={connect.signIn.done}
        focusKey={session === undefined ? 'begin' : 'progress'}
      >
        <SignInStep session={session} onBegin={beginSignIn} renderProgress={renderSignIn} />
      </Step>
      <ImportSteps
        first={5}
        overview={overview}
        session={session}
        kept={kept}
        sessionName={existing?.name ?? sessionFields(state).name}
        through={signInThrough(overview, state)}
        state={state.roles}
        active={beyond}
        onChange={changeWizardRoles}
        onSignIn={() => session !== undefined && onSignIn(session.id)}
        alone={existing === undefined && !legacy ? sessionFields(state) : undefined}
        onWritten={(profiles) => {
          forget();
          onWritten(state.sessionId ?? '', profiles);
        }}
      />
    </FlowFrame>
  );
}
