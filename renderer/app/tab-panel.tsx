import { memo } from 'react';
import { ShownContext } from '../ui/page-commands.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { MainArea } from './main-area.tsx';
import { shownEntry, type Tab } from './tabs/tabs.ts';
import type { Workbench } from './workbench.ts';
import styles from './shell.module.css';

export interface TabPanelProps {
  readonly tab: Tab;
  readonly active: boolean;
  readonly bench: Workbench;
}

/**
 * What a tab shows. One that isn't shown stays as it is, laid out but out of sight and reach, so that coming
 * back to it costs nothing and loses nothing.
 */
export const TabPanel = memo(function TabPanel({ tab, active, bench }: TabPanelProps) {
  const { id, view } = shownEntry(tab);
  return (
    <div
      role="tabpanel"
      id={`tab-panel-${tab.id}`}
      aria-labelledby={`tab-${tab.id}`}
      className={styles.panel}
      tabIndex={-1}
      inert={!active}
      style={{ visibility: active ? 'visible' : 'hidden' }}
    >
      <ShownContext value={active}>
        <ErrorBoundary key={id}>
          <MainArea view={view} entryId={id} active={active} bench={bench} />
        </ErrorBoundary>
      </ShownContext>
    </div>
  );
});
