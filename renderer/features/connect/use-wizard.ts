import type { Overview } from '../../../shared/contract.ts';
import { freeName } from '../../../shared/profile-names.ts';
import type { SessionId, SessionView } from '../../../shared/session.ts';
import type { StartUrlFinding } from '../../../shared/start-url.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useSessionDrafts } from '../../bridge/session-draft.ts';
import { untilSnapshot } from '../../bridge/until-snapshot.ts';
import { changeWizard, changeWizardRoles, forgetWizard, useConnectStore } from './connect-store.ts';
import {
  draftKey,
  existingSession,
  sessionFields,
  type WizardState,
  type WizardStep,
} from './wizard-state.ts';

const PATIENCE_MS = 3000;

export interface Wizard {
  readonly state: WizardState;
  /** Back to a step that was answered. */
  readonly goTo: (step: WizardStep) => void;
  /** A start URL was confirmed. */
  readonly understood: (found: StartUrlFinding) => void;
  /** Goes on with a sign-in that is there. */
  readonly takeExisting: (session: SessionView) => void;
  /** Makes the draft, and begins to sign in to it. @throws {BridgeError} */
  readonly beginSignIn: () => Promise<void>;
  /** Forgets everything, and gives a sign-in back unless it stands in the config by now. */
  readonly forget: () => void;
}

/** What is answered in the wizard, and what that changes. */
export function useWizard(overview: Overview, onSignIn: (id: SessionId) => void): Wizard {
  const state = useConnectStore(({ wizard }) => wizard);
  const client = useBridge();
  const drafts = useSessionDrafts();
  const dropDraft = async () => {
    if (state.draftOf !== undefined && state.sessionId !== undefined) await drafts.drop(state.sessionId);
  };
  return {
    state,
    goTo: (step) => {
      changeWizard({ step });
      changeWizardRoles({ step: 'roles', change: undefined });
    },
    understood: (found) => {
      const { finding, region, name } = state;
      const same = found.startUrl === finding?.startUrl && existingSession(overview, state) === undefined;
      // Another portal has other roles, and another region and name.
      if (!same) void dropDraft();
      const names = new Set(overview.sessions.map((each) => each.name));
      changeWizard({
        ...(same ? {} : { ...NO_SESSION, roles: withoutPicks(state), region: '', regionFrom: 'typed' }),
        ...(same && name !== '' ? {} : { name: freeName(found.suggestedName, names) }),
        ...(found.region === undefined
          ? {}
          : { region: found.region, regionFrom: found.regionFrom ?? 'host' }),
        finding: found,
        startUrl: found.startUrl,
        step: found.region !== undefined || (same && region !== '') ? 'name' : 'region',
      });
    },
    takeExisting: (session) => {
      void dropDraft();
      changeWizard({
        ...NO_SESSION,
        startUrl: session.startUrl,
        finding: undefined,
        region: session.region,
        regionFrom: 'typed',
        name: session.name,
        legacy: session.kind === 'legacy',
        sessionId: session.id,
        roles: withoutPicks(state),
        step: 'import',
      });
    },
    beginSignIn: async () => {
      const fields = sessionFields(state);
      const { legacy } = state;
      // A legacy session is its start URL; one that is there already is the same.
      const there = legacy
        ? overview.sessions.find((each) => each.kind === 'legacy' && each.startUrl === fields.startUrl)
        : undefined;
      if (there !== undefined) {
        changeWizard({ sessionId: there.id, draftOf: undefined, region: there.region });
        if (there.status.state === 'signed-out') onSignIn(there.id);
        return;
      }
      await dropDraft();
      const id = await drafts.make(fields, legacy ? 'legacy' : 'sso-session');
      changeWizard({ sessionId: id, draftOf: draftKey(state) });
      onSignIn(id);
      const shows = ({ drafts: made }: Overview) => made.some((each) => each.id === id);
      await untilSnapshot(client, 'overview', shows, PATIENCE_MS);
    },
    forget: () => {
      void dropDraft();
      forgetWizard();
    },
  };
}

const NO_SESSION = { sessionId: undefined, draftOf: undefined };

function withoutPicks({ roles }: WizardState): WizardState['roles'] {
  return {
    ...roles,
    step: 'roles',
    picked: [],
    touched: false,
    sessionOnly: false,
    name: undefined,
    change: undefined,
  };
}
