import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PortalAccount, PortalPage, PortalRole } from '../../../shared/portal.ts';
import type { SessionView } from '../../../shared/session.ts';
import type { StreamedPages } from '../../bridge/streamed-pages.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GridSkeleton } from '../../ui/grid/grid-skeleton.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import type { GridColumn } from '../../ui/grid/grid-types.ts';
import { Highlight } from '../../ui/highlight.tsx';
import { usePageWords } from '../../ui/language.tsx';
import { type PortalRow, portalRows, rowKey } from './portal-rows.ts';
import { RoleNote } from './role-note.tsx';
import { useAccountRoles } from './use-account-roles.ts';
import styles from './portal.module.css';

export interface AccountAreaProps {
  readonly session: SessionView;
  readonly list: StreamedPages<PortalPage<PortalAccount>>;
  readonly total: number;
  readonly accounts: readonly PortalAccount[];
  readonly filter: string;
  readonly onBrowse: (role: PortalRole) => void;
}

type Column = 'name' | 'id' | 'email';

/** The accounts as a tree table, roles beneath the open ones; or what stands in its place. */
export function AccountArea({ session, list, total, accounts, filter, onBrowse }: AccountAreaProps) {
  const { portal: words, buckets } = usePageWords();
  const [open, setOpen] = useState<readonly string[]>([]);
  const [selected, setSelected] = useState<string>();
  const roles = useAccountRoles(session, open);
  const rows = portalRows(accounts, new Set(open), roles.of);
  const columns = useMemo<readonly GridColumn<Column>[]>(
    () => [
      { id: 'name', label: words.name, width: 'minmax(0, 1fr)' },
      { id: 'id', label: words.id, width: '130px' },
      { id: 'email', label: words.email, width: 'minmax(0, 0.8fr)' },
    ],
    [words],
  );
  if (total === 0) {
    if (list.loading || (list.refreshing && list.pages === undefined))
      return <GridSkeleton columns={columns} />;
    if (list.stopped) {
      return (
        <EmptyState title={buckets.stoppedTitle} body={words.stoppedBody}>
          <Button onPress={list.resume}>{words.load}</Button>
        </EmptyState>
      );
    }
    if (list.error !== undefined || list.pages === undefined) return <div className={styles.filler} />;
    return <EmptyState title={words.emptyTitle} body={words.empty} />;
  }
  if (accounts.length === 0 && !list.loading) {
    return <EmptyState title={words.noMatchTitle} body={words.noMatch({ filter })} />;
  }
  const toggle = (index: number) => {
    const id = rows[index]?.account.accountId;
    if (id !== undefined) setOpen(open.includes(id) ? open.filter((other) => other !== id) : [...open, id]);
  };
  const activate = (index: number) => {
    const row = rows[index];
    if (row?.kind === 'account') toggle(index);
    else if (row?.kind === 'role') onBrowse(row.role);
  };
  const cell = (row: PortalRow | undefined, column: Column, focused: boolean) => {
    if (row === undefined) return null;
    const { account } = row;
    if (row.kind === 'account') {
      if (column === 'id') return <Highlight text={account.accountId} part={filter.trim()} />;
      if (column === 'email') return <Text text={account.emailAddress ?? ''} part={filter.trim()} />;
      return (
        <span className={styles.account}>
          <ChevronRight className={styles.chevron} size={14} aria-hidden />
          <Text text={account.accountName ?? account.accountId} part={filter.trim()} />
        </span>
      );
    }
    if (row.kind === 'note') {
      if (column !== 'name') return null;
      return <RoleNote note={row.note} onRetry={() => roles.retry(account.accountId)} />;
    }
    if (column === 'name') return <span className={styles.role}>{row.role.roleName}</span>;
    if (column === 'id') return null;
    return (
      <span className={styles.browse}>
        <Button
          kind="quiet"
          excludeFromTabOrder={!focused}
          aria-label={words.browseRole({
            role: row.role.roleName,
            account: account.accountName ?? account.accountId,
          })}
          onPress={() => onBrowse(row.role)}
        >
          {words.browse}
        </Button>
      </span>
    );
  };
  return (
    <Grid
      label={words.label}
      columns={columns}
      rowCount={rows.length}
      rowKey={(index) => keyAt(rows, index)}
      cell={(index, column, focused) => cell(rows[index], column, focused)}
      selectedIndex={rows.findIndex((row) => rowKey(row) === selected)}
      onSelect={(index, by) => {
        setSelected(keyAt(rows, index));
        if (by === 'pointer' && rows[index]?.kind === 'account') toggle(index);
      }}
      onOpen={(index) => activate(index)}
      levels={{
        level: (index) => (rows[index]?.kind === 'account' ? 1 : 2),
        expanded: (index) => {
          const row = rows[index];
          return row?.kind === 'account' ? open.includes(row.account.accountId) : undefined;
        },
        toggle,
      }}
      busy={list.loading}
    />
  );
}

function keyAt(rows: readonly PortalRow[], index: number): string {
  const row = rows[index];
  return row === undefined ? String(index) : rowKey(row);
}

function Text({ text, part }: { readonly text: string; readonly part: string }) {
  return (
    <span className={styles.text} title={text}>
      <Highlight text={text} part={part} />
    </span>
  );
}
