import { useCallback, useState } from 'react';
import type { Overview } from '../../shared/contract.ts';
import type { Settings } from '../../shared/settings.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import { findTarget, type View } from './view.ts';

const HOME: View = { kind: 'home' };

/** What is shown. At the start that is the role shown last; a choice of a role is remembered. */
export function useView(
  overview: Overview | undefined,
  settings: Settings | undefined,
): readonly [View, (view: View) => void] {
  const client = useBridge();
  const [chosen, setChosen] = useState<View>();
  if (chosen === undefined && overview !== undefined && settings !== undefined) {
    const { lastTarget } = settings;
    const there = lastTarget !== undefined && findTarget(overview, lastTarget) !== undefined;
    setChosen(there ? { kind: 'target', target: lastTarget } : HOME);
  }
  const choose = useCallback(
    (view: View) => {
      setChosen(view);
      if (view.kind !== 'target') return;
      // Not remembering it is no harm worth a notice.
      client.call('settings.update', { lastTarget: view.target }).catch(() => {});
    },
    [client],
  );
  return [chosen ?? HOME, choose];
}
