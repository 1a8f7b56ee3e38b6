import type { ConfigChange, NewProfile } from '../../../shared/config-change.ts';
import type { Overview } from '../../../shared/contract.ts';
import type { CatalogRole } from '../../../shared/portal-comparison.ts';
import {
  badName,
  freeName,
  MANY_TEMPLATE,
  nameFrom,
  type NameSources,
  ONE_TEMPLATE,
  type PlannedName,
  planNames,
} from '../../../shared/profile-names.ts';

export type ImportStep = 'roles' | 'profiles' | 'review';

/** Which roles are to become profiles, and under which names. */
export interface ImportState {
  readonly step: ImportStep;
  readonly picked: readonly CatalogRole[];
  /** Something was picked or unpicked by hand, so that nothing is picked by itself any more. */
  readonly touched: boolean;
  /** Only the sign-in is written. */
  readonly sessionOnly: boolean;
  readonly region: string;
  /** Empty for none. */
  readonly output: string;
  /** For several; for a single one while no name was typed. */
  readonly template: string;
  /** The name of a single one, as typed. */
  readonly name?: string | undefined;
  readonly hyphens: boolean;
  /** What is reviewed: as it was when the review began, whatever becomes of the config meanwhile. */
  readonly change?: ConfigChange | undefined;
}

export const NO_IMPORT: ImportState = {
  step: 'roles',
  picked: [],
  touched: false,
  sessionOnly: false,
  region: '',
  output: '',
  template: MANY_TEMPLATE,
  hyphens: true,
};

/** Names of all profiles in the config files, of whatever kind. */
export function profileNames({ sessions, otherProfiles }: Overview): ReadonlySet<string> {
  return new Set([...sessions.flatMap(({ profiles }) => profiles), ...otherProfiles].map(({ name }) => name));
}

export function nameSources(state: ImportState, session: string): NameSources {
  return { session, region: state.region.trim().toLowerCase(), hyphens: state.hyphens };
}

/** What a single profile is called unless another name is typed: as the AWS CLI proposes it, or with a number. */
export function proposedName(state: ImportState, session: string, taken: ReadonlySet<string>): string {
  const [role] = state.picked;
  return role === undefined ? '' : freeName(nameFrom(ONE_TEMPLATE, role, nameSources(state, session)), taken);
}

/** The names of the picked roles, in their order. */
export function plannedNames(
  state: ImportState,
  session: string,
  taken: ReadonlySet<string>,
): readonly PlannedName[] {
  if (state.picked.length !== 1) {
    return planNames(state.template, state.picked, nameSources(state, session), taken);
  }
  const name = state.name ?? proposedName(state, session, taken);
  const problem = badName(name) ?? (taken.has(name) ? 'taken' : undefined);
  return [problem === undefined ? { name } : { name, problem }];
}

/** The profiles as they are to be written. */
export function newProfiles(state: ImportState, names: readonly PlannedName[]): readonly NewProfile[] {
  const region = state.region.trim().toLowerCase();
  return state.picked.map(({ accountId, roleName }, index) => ({
    name: names[index]?.name ?? '',
    accountId,
    roleName,
    ...(region === '' ? {} : { region }),
    ...(state.output === '' ? {} : { output: state.output }),
  }));
}
