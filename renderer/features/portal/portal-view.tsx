import { RefreshCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PortalAccount, PortalPage, PortalRole } from '../../../shared/portal.ts';
import type { SessionView } from '../../../shared/session.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { portalAccountsKey } from '../../bridge/portal-accounts.ts';
import { useStreamedPages } from '../../bridge/streamed-pages.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { FilterField } from '../../ui/filter-field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { usePageWords } from '../../ui/language.tsx';
import { usePageCommand } from '../../ui/page-commands.ts';
import { AccountArea } from './account-area.tsx';
import { PortalFooter } from './portal-footer.tsx';
import { filterAccounts } from './portal-rows.ts';
import styles from './portal.module.css';

export interface PortalViewProps {
  readonly session: SessionView;
  readonly onBrowse: (role: PortalRole) => void;
  readonly onSignIn: () => void;
}

/** Every account and role the access portal offers, for one session. */
export function PortalView({ session, onBrowse, onSignIn }: PortalViewProps) {
  const { portal: words, common } = usePageWords();
  const client = useBridge();
  const [filter, setFilter] = useState('');
  const list = useStreamedPages<PortalPage<PortalAccount>>({
    queryKey: portalAccountsKey(session),
    fetchPage: (token, signal) => {
      const params = token === undefined ? {} : { nextToken: token };
      return client.call('portal.accounts', { sessionId: session.id, ...params }, { signal });
    },
    nextToken: (page) => page.nextToken,
  });
  const { pages, error } = list;
  const accounts = useMemo(() => pages?.flatMap(({ items }) => items) ?? [], [pages]);
  const shown = useMemo(() => filterAccounts(accounts, filter), [accounts, filter]);
  usePageCommand('refresh', list.refresh);
  return (
    <section className={styles.view} aria-labelledby="portal-title">
      <header className={styles.header}>
        <h1 id="portal-title" className={styles.title}>
          {words.title({ session: session.name })}
        </h1>
        <p className={styles.dim} title={session.startUrl}>
          {session.startUrl} · {session.region}
        </p>
      </header>
      <div className={styles.toolbar}>
        <FilterField label={words.filter} value={filter} onChange={setFilter} />
        <IconButton label={common.refresh} icon={<RefreshCw size={15} />} onPress={list.refresh} />
      </div>
      {error !== undefined && (
        <div className={styles.error}>
          <ErrorNotice
            error={error}
            remedies={{ retry: pages === undefined ? list.refresh : list.resume, 'sign-in': onSignIn }}
          />
        </div>
      )}
      <AccountArea
        session={session}
        list={list}
        total={accounts.length}
        accounts={shown}
        filter={filter}
        onBrowse={onBrowse}
      />
      <PortalFooter
        list={list}
        total={accounts.length}
        shown={shown.length}
        filtered={filter.trim() !== ''}
      />
    </section>
  );
}
