import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { SessionId } from '../../../shared/session.ts';
import { type ImportState, NO_IMPORT } from './import-state.ts';
import { NEW_WIZARD, type WizardState } from './wizard-state.ts';

interface ConnectStore {
  readonly wizard: WizardState;
  /** Of the sessions that profiles are being added to. */
  readonly imports: Readonly<Record<SessionId, ImportState>>;
}

/**
 * What was entered, outside of any component: another tab, or a reload of the page, loses nothing of it. There is
 * one wizard; two tabs that show it show the same.
 */
export const useConnectStore = create<ConnectStore>()(
  persist((): ConnectStore => ({ wizard: NEW_WIZARD, imports: {} }), {
    name: 'connect',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export function changeWizard(part: Partial<WizardState>): void {
  useConnectStore.setState(({ wizard }) => ({ wizard: { ...wizard, ...part } }));
}

export function changeWizardRoles(part: Partial<ImportState>): void {
  useConnectStore.setState(({ wizard }) => ({
    wizard: { ...wizard, roles: { ...wizard.roles, ...part } },
  }));
}

export function forgetWizard(): void {
  useConnectStore.setState({ wizard: NEW_WIZARD });
}

export function changeImport(id: SessionId, part: Partial<ImportState>): void {
  useConnectStore.setState(({ imports }) => ({
    imports: { ...imports, [id]: { ...(imports[id] ?? NO_IMPORT), ...part } },
  }));
}

export function forgetImport(id: SessionId): void {
  useConnectStore.setState(({ imports }) => {
    const { [id]: _, ...rest } = imports;
    return { imports: rest };
  });
}
