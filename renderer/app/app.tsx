import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { DEFAULT_SETTINGS, type LanguageSetting } from '../../shared/settings.ts';
import { useAppInfo, useBridge, useSnapshot } from '../bridge/bridge-context.tsx';
import { useMarks } from '../bridge/marks.ts';
import { DeletionNotices } from '../features/bucket-work/deletion-notices.tsx';
import { useBookmark } from '../features/places/bookmark-button.tsx';
import { usePlaces } from '../features/places/use-places.ts';
import { ConfigDialogs } from '../features/profiles/config-dialogs.tsx';
import type { ConfigEdit } from '../features/profiles/config-edit.ts';
import { PromptDialogs } from '../features/prompts/prompt-dialogs.tsx';
import { SettingsMenu } from '../features/settings/settings-menu.tsx';
import { useOpenPage } from '../features/sign-in/use-open-page.ts';
import { Sidebar } from '../features/sign-ins/sidebar.tsx';
import { VaultBanner } from '../features/sign-ins/vault-banner.tsx';
import { usePageWords } from '../ui/language.tsx';
import { ProductionContext } from '../ui/production-guard.tsx';
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
import { useProductionNames } from './use-production-names.ts';
import { useSidebarActions } from './use-sidebar-actions.ts';
import { useUsedMarks } from './use-used-marks.ts';
import { knownTarget } from './profile-source.ts';
import { choiceOf, sessionOf, targetOf } from './view.ts';
import { WindowNotices } from './window-notices.tsx';
import { type Go, noMemories, type Workbench } from './workbench.ts';
import styles from './shell.module.css';

/** Joins the features: who is chosen in the sidebar is shown in the present tab. */
export function App() {
  const client = useBridge();
  const queries = useQueryClient();
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
  const [edit, setEdit] = useState<ConfigEdit>();
  const marks = useMarks();
  const productionName = useProductionNames(overview);
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
  useUsedMarks(overview, view);
  const sidebar = useSidebarActions({ overview, marks, go, edit: setEdit });
  usePastedLocation((location) => {
    const whose = target ?? settings?.lastTarget;
    if (whose !== undefined) onLocation(location, whose);
  });
  useReturnFocus(entry.id);
  const link = useDeepLinks(overview !== undefined && settings !== undefined, onLocation);

  const onConfigWritten = ({ kind, name }: ConfigEdit, newName: string | undefined) => {
    // Whose buckets they are may be another account by now.
    void queries.invalidateQueries({ queryKey: ['buckets.page'] });
    if (newName !== undefined)
      changeTabs({ kind: 'rename', renaming: { what: kind, from: name, to: newName } });
  };
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
        edit: setEdit,
        detailsOpen,
        onDetails: setDetailsOpen,
        memories,
      },
    [overview, signIns, actions, info, places, changePlaces, go, detailsOpen, memories],
  );
  return (
    <ProductionContext value={productionName}>
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
            onChoose={go}
            marks={marks}
            isProduction={(whose) => productionName(whose) !== undefined}
            sessionOf={(whose) => overview && knownTarget(overview, whose)?.session}
            {...sidebar}
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
        <WindowNotices overview={overview} actions={actions} link={link} />
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
            marks={marks}
            present={target ?? settings?.lastTarget}
            go={go}
            onLocation={onLocation}
            onActivity={() => setActivityOpen(!activityOpen)}
            onClose={() => setPaletteOpen(false)}
          />
        )}
        {edit !== undefined && (
          <ConfigDialogs
            key={`${edit.kind} ${edit.task} ${edit.name}`}
            edit={edit}
            onClose={() => setEdit(undefined)}
            onWritten={onConfigWritten}
          />
        )}
        <PromptDialogs />
      </Shell>
    </ProductionContext>
  );
}

const NO_SIGN_INS = {};
