import { useCallback, useEffect, useState } from 'react';
import type { Overview } from '../../shared/contract.ts';
import { targetKey } from '../../shared/role-target.ts';
import type { Settings } from '../../shared/settings.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import { activeTab, changeTabs, firstTabs, shownEntry, type Tabs, type TabsChange } from './tabs/tabs.ts';
import { knownTarget } from './profile-source.ts';
import { HOME, targetOf } from './view.ts';

const EMPTY = firstTabs(HOME);

/** The open tabs. At the start there is one, with the role shown last; whose buckets are shown is remembered. */
export function useTabs(
  overview: Overview | undefined,
  settings: Settings | undefined,
): readonly [Tabs, (change: TabsChange) => void] {
  const client = useBridge();
  const [tabs, setTabs] = useState<Tabs>();
  const last = settings?.lastTarget;
  if (tabs === undefined && overview !== undefined && settings !== undefined) {
    const there = last !== undefined && knownTarget(overview, last) !== undefined;
    setTabs(firstTabs(there ? { kind: 'target', target: last } : HOME));
  }
  const change = useCallback((to: TabsChange) => setTabs((before) => changeTabs(before ?? EMPTY, to)), []);
  const target = tabs === undefined ? undefined : targetOf(shownEntry(activeTab(tabs)).view);
  const key = target === undefined ? undefined : targetKey(target);
  const known = last === undefined ? undefined : targetKey(last);
  useEffect(() => {
    if (target === undefined || key === known) return;
    // Not remembering it is no harm worth a notice.
    client.call('settings.update', { lastTarget: target }).catch(() => {});
    // What was saved meanwhile, by another page too, is no reason to save again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, key]);
  return [tabs ?? EMPTY, change];
}
