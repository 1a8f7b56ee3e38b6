import { useCallback, useMemo, useState } from 'react';
import { DEFAULT_SETTINGS, type LanguageSetting } from '../../shared/settings.ts';
import { useAppInfo, useBridge, useSnapshot } from '../bridge/bridge-context.tsx';
import { DeletionNotices } from '../features/bucket-work/deletion-notices.tsx';
import { useBookmark } from '../features/places/bookmark-button.tsx';
import { usePlaces } from '../features/places/use-places.ts';
import { SettingsMenu } from '../features/settings/settings-menu.tsx';
import { useOpenPage } from '../features/sign-in/use-open-page.ts';
import { SignOutNotice } from '../features/sign-ins/sign-out-notice.tsx';
import { Sidebar } from '../features/sign-ins/sidebar.tsx';
import { VaultBanner } from '../features/sign-ins/vault-banner.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { usePageWords } from '../ui/language.tsx';
import { showToast } from '../ui/toast-store.ts';
import { Activity, ActivityStatus } from './activity.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { DemoBadge } from './demo-badge.tsx';
import { NavigationBar, placeOf } from './navigation-bar.tsx';
import { Palette } from './palette/palette.tsx';
import { Shell } from './shell.tsx';
import { TabPanel } from './tab-panel.tsx';
import { TabStrip } from './tabs/tab-strip.tsx';
import { activeTab, shownEntry } from './tabs/tabs.ts';
import { useDeepLinks } from './use-deep-links.ts';
import { useGoToLocation } from './use-go-to-location.ts';
import { useHotkeys } from './use-hotkeys.ts';
import { usePastedLocation } from './use-pasted-location.ts';
import { useReturnFocus } from './use-return-focus.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useSessionNews } from './use-session-news.ts';
import { useTabKeys } from './use-tab-keys.ts';
import { useTabs } from './use-tabs.ts';
import { useVisits } from './use-visits.ts';
import { choiceOf, sessionOf, targetOf, viewOf } from './view.ts';
import { type Go, noMemories, type Workbench } from './workbench.ts';
import styles from './shell.module.css';

/** Joins the features: who is chosen in the sidebar is shown in the present tab. */
export function App() {
  const client = useBridge();
  const { common } = usePageWords();
  const info = useAppInfo();
  const overview = useSnapshot('overview');
  const signIns = useSnapshot('sign-ins') ?? NO_SIGN_INS;
  const settings = useSnapshot('settings');
  const [places, changePlaces] = usePlaces();
  const [tabs, changeTabs] = useTabs(overview, settings);
  const [activityOpen, setActivityOpen] = useState(false);
  const [detailsOpen, setDetailsOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [editRequests, setEditRequests] = useState(0);
  const [memories] = useState(noMemories);
  const actions = useSessionActions();
  const entry = shownEntry(activeTab(tabs));
  const { view } = entry;
  const target = targetOf(view);
  const go = useCallback<Go>(
    (to, where = 'here') => {
      if (where === 'new-tab') changeTabs({ kind: 'open', view: to, behind: false });
      else changeTabs({ kind: where === 'here' ? 'go' : 'replace', view: to });
    },
    [changeTabs],
  );
  const onLocation = useGoToLocation(places, go);
  const [, toggleBookmark] = useBookmark(placeOf(view));
  const openPalette = () => setPaletteOpen(true);
  useHotkeys();
  useTabKeys({
    tabs,
    onTabs: changeTabs,
    host: info?.host,
    onEditLocation: () => setEditRequests((count) => count + 1),
    onBookmark: toggleBookmark,
    onPalette: openPalette,
  });
  useSessionNews(overview);
  useOpenPage(signIns, info?.host);
  useVisits(entry, changePlaces);
  usePastedLocation((location) => {
    const whose = target ?? settings?.lastTarget;
    if (whose !== undefined) onLocation(location, whose);
  });
  useReturnFocus(entry.id);
  const link = useDeepLinks(overview !== undefined && settings !== undefined, onLocation);

  const setLanguage = (language: LanguageSetting) => {
    client.call('settings.update', { language }).catch(() => showToast(common.notSaved));
  };
  const bench = useMemo<Workbench | undefined>(
    () =>
      overview && {
        overview,
        signIns,
        actions,
        host: info?.host,
        places,
        changePlaces,
        go,
        detailsOpen,
        onDetails: setDetailsOpen,
        memories,
      },
    [overview, signIns, actions, info, places, changePlaces, go, detailsOpen, memories],
  );
  return (
    <Shell
      banners={
        <>
          <ConnectionBanner />
          {overview !== undefined && info !== undefined && (
            <VaultBanner vault={overview.vault} platform={info.platform} />
          )}
        </>
      }
      location={
        <NavigationBar
          tabs={tabs}
          onTabs={changeTabs}
          overview={overview}
          lastTarget={settings?.lastTarget}
          go={go}
          onLocation={onLocation}
          onPlace={({ target: whose, bucket, prefix, requesterPays }, where) => {
            const pays = requesterPays === undefined ? {} : { requesterPays };
            go({ kind: 'folder', at: { target: whose, bucket, ...pays }, prefix }, where);
          }}
          editRequests={editRequests}
          detailsOpen={detailsOpen}
          onDetails={setDetailsOpen}
          onPalette={openPalette}
        />
      }
      sidebar={
        <Sidebar
          overview={overview}
          signIns={signIns}
          choice={choiceOf(view)}
          onChoose={(choice) => go(viewOf(choice))}
          onSignIn={(session) => {
            // Where its code will be seen.
            const here = overview !== undefined && sessionOf(overview, view)?.id === session.id;
            if (!here) go({ kind: 'session', sessionId: session.id });
            actions.signIn(session);
          }}
          onSignOut={actions.signOut}
        />
      }
      activity={activityOpen && <Activity onClose={() => setActivityOpen(false)} />}
      status={
        <ActivityStatus open={activityOpen} onToggle={() => setActivityOpen(!activityOpen)}>
          <DeletionNotices />
          {info?.demo === true && <DemoBadge />}
          <SettingsMenu
            language={(settings ?? DEFAULT_SETTINGS).language}
            onLanguage={setLanguage}
            info={info}
          />
        </ActivityStatus>
      }
    >
      {actions.report !== undefined && (
        <SignOutNotice
          report={actions.report}
          nameOf={(id) => overview?.sessions.find((session) => session.id === id)?.name ?? id}
          onDismiss={actions.dismiss}
        />
      )}
      {actions.error !== undefined && (
        <div className={styles.notice}>
          <ErrorNotice error={actions.error} onDismiss={actions.dismiss} />
        </div>
      )}
      {link.error !== undefined && (
        <div className={styles.notice}>
          <ErrorNotice error={link.error} onDismiss={link.dismiss} />
        </div>
      )}
      <TabStrip state={tabs} onChange={changeTabs} overview={overview} />
      <div className={styles.panels}>
        {bench !== undefined &&
          tabs.tabs.map((tab) => (
            <TabPanel key={tab.id} tab={tab} active={tab.id === tabs.active} bench={bench} />
          ))}
      </div>
      {paletteOpen && (
        <Palette
          tabs={tabs}
          onTabs={changeTabs}
          overview={overview}
          places={places}
          present={target ?? settings?.lastTarget}
          go={go}
          onLocation={onLocation}
          onActivity={() => setActivityOpen(!activityOpen)}
          onClose={() => setPaletteOpen(false)}
        />
      )}
    </Shell>
  );
}

const NO_SIGN_INS = {};
