import { useState } from 'react';
import { DEFAULT_SETTINGS, type LanguageSetting } from '../../shared/settings.ts';
import { useAppInfo, useBridge, useSnapshot } from '../bridge/bridge-context.tsx';
import { ActivityDrawer } from '../features/activity/activity-drawer.tsx';
import { SettingsMenu } from '../features/settings/settings-menu.tsx';
import { useOpenPage } from '../features/sign-in/use-open-page.ts';
import { SignOutNotice } from '../features/sign-ins/sign-out-notice.tsx';
import { Sidebar } from '../features/sign-ins/sidebar.tsx';
import { VaultBanner } from '../features/sign-ins/vault-banner.tsx';
import { StatusLine } from '../features/status-line/status-line.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { usePageWords } from '../ui/language.tsx';
import { showToast } from '../ui/toast-store.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { DemoBadge } from './demo-badge.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { MainArea } from './main-area.tsx';
import { Shell } from './shell.tsx';
import { useHotkeys } from './use-hotkeys.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useSessionNews } from './use-session-news.ts';
import { useView } from './use-view.ts';
import { choiceOf, sessionOf, viewOf } from './view.ts';
import styles from './shell.module.css';

/** Joins the features: who is chosen in the sidebar is shown in the main area. */
export function App() {
  const client = useBridge();
  const { common } = usePageWords();
  const info = useAppInfo();
  const overview = useSnapshot('overview');
  const signIns = useSnapshot('sign-ins') ?? {};
  const settings = useSnapshot('settings');
  const activity = useSnapshot('activity') ?? [];
  const [view, setView] = useView(overview, settings);
  const [activityOpen, setActivityOpen] = useState(false);
  const actions = useSessionActions();
  useHotkeys();
  useSessionNews(overview);
  useOpenPage(signIns, info?.host);

  const setLanguage = (language: LanguageSetting) => {
    client.call('settings.update', { language }).catch(() => showToast(common.notSaved));
  };
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
      sidebar={
        <Sidebar
          overview={overview}
          signIns={signIns}
          choice={choiceOf(view)}
          onChoose={(choice) => setView(viewOf(choice))}
          onSignIn={(session) => {
            // Where its code will be seen.
            const here = overview !== undefined && sessionOf(overview, view)?.id === session.id;
            if (!here) setView({ kind: 'session', sessionId: session.id });
            actions.signIn(session);
          }}
          onSignOut={actions.signOut}
        />
      }
      activity={activityOpen && <ActivityDrawer activity={activity} onClose={() => setActivityOpen(false)} />}
      status={
        <StatusLine activity={activity} open={activityOpen} onToggle={() => setActivityOpen(!activityOpen)}>
          {info?.demo === true && <DemoBadge />}
          <SettingsMenu
            language={(settings ?? DEFAULT_SETTINGS).language}
            onLanguage={setLanguage}
            info={info}
          />
        </StatusLine>
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
      {overview !== undefined && (
        <ErrorBoundary>
          <MainArea
            overview={overview}
            signIns={signIns}
            view={view}
            onView={setView}
            actions={actions}
            host={info?.host}
          />
        </ErrorBoundary>
      )}
    </Shell>
  );
}
