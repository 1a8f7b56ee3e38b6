import type { ProfileSignIn, SsoSessionFields } from '../../../shared/config-change.ts';
import type { Overview } from '../../../shared/contract.ts';
import type { SessionId, SessionView } from '../../../shared/session.ts';
import type { StartUrlFinding } from '../../../shared/start-url.ts';
import { type ImportState, NO_IMPORT } from './import-state.ts';

/** The steps of the wizard's own; those after the sign-in are the import's. */
export type WizardStep = 'start-url' | 'region' | 'name' | 'import';

/** Everything that was answered. Nothing of it is secret, so that it may outlive a reload of the page. */
export interface WizardState {
  readonly step: WizardStep;
  readonly startUrl: string;
  /** What is known of it; undefined while nothing was confirmed, and for a session that is there already. */
  readonly finding?: StartUrlFinding | undefined;
  readonly region: string;
  readonly regionFrom: 'host' | 'redirect' | 'search' | 'typed';
  readonly name: string;
  readonly legacy: boolean;
  readonly scopes: string;
  /** The session that is signed in to: one of the config, or one made for this. */
  readonly sessionId?: SessionId | undefined;
  /** What the draft was made of; another answer needs another draft. */
  readonly draftOf?: string | undefined;
  readonly roles: ImportState;
}

export const DEFAULT_SCOPE = 'sso:account:access';

export const NEW_WIZARD: WizardState = {
  step: 'start-url',
  startUrl: '',
  region: '',
  regionFrom: 'typed',
  name: '',
  legacy: false,
  scopes: DEFAULT_SCOPE,
  roles: NO_IMPORT,
};

export function isUntouched({ startUrl, sessionId }: WizardState): boolean {
  return startUrl.trim() === '' && sessionId === undefined;
}

/** Scopes as typed, with commas or spaces between them. */
export function scopesOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((scope) => scope !== '');
}

/** The session as it would stand in the config. */
export function sessionFields(state: WizardState): SsoSessionFields {
  const { finding, startUrl, region, name, legacy, scopes } = state;
  return {
    // A legacy session has no name; the core shows its host.
    name: legacy ? (finding?.suggestedName ?? name) : name,
    startUrl: finding?.startUrl ?? startUrl.trim(),
    region: region.trim().toLowerCase(),
    registrationScopes: legacy ? [] : scopesOf(scopes),
  };
}

/** Changes with whatever needs a sign-in of its own. */
export function draftKey(state: WizardState): string {
  return JSON.stringify([state.legacy, sessionFields(state)]);
}

/** The session of the config that is used, if it is one of those. */
export function existingSession(overview: Overview, state: WizardState): SessionView | undefined {
  return state.draftOf === undefined ? overview.sessions.find(({ id }) => id === state.sessionId) : undefined;
}

/** The session that is signed in to; undefined before there is one, or when what it was made of has changed. */
export function presentSession(overview: Overview, state: WizardState): SessionView | undefined {
  if (state.draftOf === undefined) return existingSession(overview, state);
  if (state.draftOf !== draftKey(state)) return undefined;
  return overview.drafts.find(({ id }) => id === state.sessionId);
}

export function signInThrough(overview: Overview, state: WizardState): ProfileSignIn {
  const existing = existingSession(overview, state);
  if (existing !== undefined) return throughSession(existing);
  const session = sessionFields(state);
  if (state.legacy) return { kind: 'legacy', startUrl: session.startUrl, region: session.region };
  return { kind: 'new-session', session };
}

export function throughSession({ kind, name, startUrl, region }: SessionView): ProfileSignIn {
  return kind === 'legacy' ? { kind, startUrl, region } : { kind: 'session', name };
}
