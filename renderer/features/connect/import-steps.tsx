import { useMemo } from 'react';
import type { ConfigChange, ProfileSignIn, SsoSessionFields } from '../../../shared/config-change.ts';
import type { Overview } from '../../../shared/contract.ts';
import type { SessionView } from '../../../shared/session.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import type { KeptCatalog } from '../../bridge/portal-catalog.ts';
import { untilSnapshot } from '../../bridge/until-snapshot.ts';
import { useConfigUndo } from '../../ui/config-undo.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { type ImportState, newProfiles, plannedNames, profileNames } from './import-state.ts';
import { ProfilesStep } from './profiles-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { RolesStep } from './roles-step.tsx';
import { Step, type StepState } from './step.tsx';

export interface ImportStepsProps {
  /** The number of the first one. */
  readonly first: number;
  readonly overview: Overview;
  /** Undefined, or not signed in, while it isn't their turn. */
  readonly session: SessionView | undefined;
  readonly kept: KeptCatalog;
  readonly sessionName: string;
  readonly through: ProfileSignIn;
  readonly state: ImportState;
  /** Their turn has come. */
  readonly active: boolean;
  readonly onChange: (part: Partial<ImportState>) => void;
  readonly onSignIn: () => void;
  /** A session that may be written without profiles. */
  readonly alone?: SsoSessionFields | undefined;
  /** @param profiles their names; none where only the session was written */
  readonly onWritten: (profiles: readonly string[]) => void;
}

const PATIENCE_MS = 3000;
const ORDER = ['roles', 'profiles', 'review'] as const;

/** From the roles of a signed-in session to profiles in the config: which ones, under what names, and the diff. */
export function ImportSteps(props: ImportStepsProps) {
  const { first, overview, session, kept, sessionName, through, state, active, onChange, alone } = props;
  const { messages, locale } = useSpeech();
  const { connect } = messages;
  const client = useBridge();
  const { tellWritten } = useConfigUndo();
  const taken = useMemo(() => profileNames(overview), [overview]);
  const { picked, sessionOnly } = state;
  const count = (n: number) => ({ count: n, text: formatNumber(locale, n) });
  const names = plannedNames(state, sessionName, taken);
  const here = ORDER.indexOf(state.step);
  const stateOf = (step: (typeof ORDER)[number]): StepState => {
    const index = ORDER.indexOf(step);
    if (!active || index > here) return 'ahead';
    return index < here ? 'done' : 'current';
  };
  const back = (step: 'roles' | 'profiles') => () => onChange({ step, change: undefined });
  const review = (change: ConfigChange) => onChange({ step: 'review', change });
  const written = async () => {
    const { change } = state;
    const names = change?.kind === 'add-profiles' ? change.profiles.map(({ name }) => name) : [];
    const [first] = names;
    const shows = (now: Overview) =>
      first === undefined
        ? now.sessions.some(({ name }) => name === sessionName)
        : profileNames(now).has(first);
    // What is shown next has to be there by then.
    await untilSnapshot(client, 'overview', shows, PATIENCE_MS);
    tellWritten(
      first === undefined
        ? connect.review.sessionWritten({ session: sessionName })
        : connect.review.written(count(names.length)),
    );
    props.onWritten(names);
  };
  const accounts = new Set(picked.map(({ accountId }) => accountId)).size;
  const [only] = names;
  return (
    <>
      <Step
        number={first}
        title={connect.roles.title}
        state={stateOf('roles')}
        summary={
          sessionOnly
            ? connect.roles.sessionOnlySummary
            : connect.roles.summary({ roles: count(picked.length), accounts: count(accounts) })
        }
        onChange={back('roles')}
      >
        <RolesStep
          kept={kept}
          state={state}
          onChange={onChange}
          profiles={session?.profiles ?? []}
          onSignIn={props.onSignIn}
          onNext={() => onChange({ step: 'profiles', sessionOnly: false })}
          onSessionOnly={
            alone &&
            (() =>
              onChange({
                step: 'review',
                sessionOnly: true,
                change: { kind: 'add-session', session: alone },
              }))
          }
        />
      </Step>
      <Step
        number={first + 1}
        title={connect.profiles.title}
        state={stateOf('profiles')}
        summary={sessionOnly ? '–' : picked.length === 1 ? only?.name : state.template}
        onChange={sessionOnly ? undefined : back('profiles')}
      >
        <ProfilesStep
          state={state}
          onChange={onChange}
          sessionName={sessionName}
          taken={taken}
          onNext={() => review({ kind: 'add-profiles', through, profiles: newProfiles(state, names) })}
        />
      </Step>
      <Step number={first + 2} title={connect.review.title} state={stateOf('review')} focus="heading">
        {state.change !== undefined && (
          <ReviewStep
            change={state.change}
            applyLabel={
              state.change.kind === 'add-profiles'
                ? connect.review.write(count(state.change.profiles.length))
                : connect.review.writeSession
            }
            onBack={back(sessionOnly ? 'roles' : 'profiles')}
            onWritten={() => void written()}
          />
        )}
      </Step>
    </>
  );
}
