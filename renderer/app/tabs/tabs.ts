import { type Renaming, renameInTabs } from './rename-in-tabs.ts';
import { HOME, type View, viewKey } from '../view.ts';

/** One place in a tab's history. */
export interface HistoryEntry {
  /** Unique among all tabs; what a view was left like is kept under it. */
  readonly id: number;
  readonly view: View;
}

export interface Tab {
  readonly id: number;
  /** Oldest first; never empty. */
  readonly entries: readonly HistoryEntry[];
  /** The index of the one that is shown. */
  readonly at: number;
}

/** The open tabs. There is always one, and one that is shown. */
export interface Tabs {
  readonly tabs: readonly Tab[];
  readonly active: number;
  /** Closed ones that can be had back, last first. */
  readonly closed: readonly Tab[];
  readonly nextId: number;
}

export type TabsChange =
  /** Shows something in a tab, the active one where none is named; the way back leads here. */
  | { readonly kind: 'go'; readonly view: View; readonly tab?: number }
  /** Shows something in place of what is shown, which is no place to go back to. */
  | { readonly kind: 'replace'; readonly view: View; readonly tab?: number }
  | { readonly kind: 'open'; readonly view: View; readonly behind: boolean }
  | { readonly kind: 'travel'; readonly by: 1 | -1 }
  | { readonly kind: 'select'; readonly tab: number }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'close'; readonly tab: number }
  | { readonly kind: 'close-others'; readonly tab: number }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'rename'; readonly renaming: Renaming };

const MOST_ENTRIES = 200;
const MOST_CLOSED = 20;

export function firstTabs(view: View): Tabs {
  return { tabs: [{ id: 1, entries: [{ id: 2, view }], at: 0 }], active: 1, closed: [], nextId: 3 };
}

export function activeTab({ tabs, active }: Tabs): Tab {
  const tab = tabs.find(({ id }) => id === active);
  if (tab === undefined) throw new Error('no active tab');
  return tab;
}

/** What a tab shows. */
export function shownEntry({ entries, at }: Tab): HistoryEntry {
  const entry = entries[at];
  if (entry === undefined) throw new Error('a tab without an entry');
  return entry;
}

export function canTravel({ entries, at }: Tab, by: 1 | -1): boolean {
  return entries[at + by] !== undefined;
}

/** The tabs after a change; the same object where nothing changed. */
export function changeTabs(state: Tabs, change: TabsChange): Tabs {
  switch (change.kind) {
    case 'go':
      return inTab(state, change.tab ?? state.active, (tab) => gone(tab, change.view, state.nextId));
    case 'replace':
      return inTab(state, change.tab ?? state.active, (tab) => ({
        ...tab,
        entries: tab.entries.with(tab.at, { id: state.nextId, view: change.view }),
      }));
    case 'open':
      return opened(state, change.view, change.behind);
    case 'travel':
      return inTab(state, state.active, (tab) =>
        canTravel(tab, change.by) ? { ...tab, at: tab.at + change.by } : tab,
      );
    case 'select':
      return state.tabs.some(({ id }) => id === change.tab) ? { ...state, active: change.tab } : state;
    case 'step': {
      const { length } = state.tabs;
      const here = state.tabs.findIndex(({ id }) => id === state.active);
      return { ...state, active: state.tabs[(here + change.by + length) % length]?.id ?? state.active };
    }
    case 'close':
      return closed(state, (tab) => tab.id === change.tab);
    case 'close-others':
      return closed(state, (tab) => tab.id !== change.tab);
    case 'rename':
      return renameInTabs(state, change.renaming);
    case 'reopen': {
      const [tab, ...rest] = state.closed;
      if (tab === undefined) return state;
      return { ...state, tabs: [...state.tabs, tab], active: tab.id, closed: rest };
    }
  }
}

function inTab(state: Tabs, id: number, change: (tab: Tab) => Tab): Tabs {
  const index = state.tabs.findIndex((tab) => tab.id === id);
  const before = state.tabs[index];
  if (before === undefined) return state;
  const after = change(before);
  if (after === before) return state;
  return { ...state, tabs: state.tabs.with(index, after), nextId: state.nextId + 1 };
}

function gone(tab: Tab, view: View, id: number): Tab {
  const here = shownEntry(tab).view;
  if (viewKey(here) === viewKey(view)) return tab;
  // Nobody wants to go back to an empty tab.
  const kept = here.kind === 'home' ? tab.at : tab.at + 1;
  const entries = [...tab.entries.slice(0, kept), { id, view }].slice(-MOST_ENTRIES);
  return { ...tab, entries, at: entries.length - 1 };
}

function opened(state: Tabs, view: View, behind: boolean): Tabs {
  const { nextId } = state;
  const tab: Tab = { id: nextId, entries: [{ id: nextId + 1, view }], at: 0 };
  const here = state.tabs.findIndex(({ id }) => id === state.active);
  const tabs = state.tabs.toSpliced(here + 1, 0, tab);
  return { ...state, tabs, active: behind ? state.active : tab.id, nextId: nextId + 2 };
}

function closed(state: Tabs, goes: (tab: Tab) => boolean): Tabs {
  const leaving = state.tabs.filter(goes);
  if (leaving.length === 0) return state;
  const staying = state.tabs.filter((tab) => !goes(tab));
  const worth = leaving.filter((tab) => shownEntry(tab).view.kind !== 'home');
  const kept = [...worth.toReversed(), ...state.closed].slice(0, MOST_CLOSED);
  if (staying.length === 0) {
    const { nextId } = state;
    const tab = { id: nextId, entries: [{ id: nextId + 1, view: HOME }], at: 0 };
    return { tabs: [tab], active: tab.id, closed: kept, nextId: nextId + 2 };
  }
  const here = state.tabs.findIndex(({ id }) => id === state.active);
  const stays = staying.some(({ id }) => id === state.active);
  // The one that takes its place, else its neighbour before it.
  const next = state.tabs.slice(here).find((tab) => !goes(tab)) ?? staying.at(-1);
  return { ...state, tabs: staying, active: stays ? state.active : (next?.id ?? state.active), closed: kept };
}
