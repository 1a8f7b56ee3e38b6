import { type KeyboardEvent, useMemo, useState } from 'react';
import type { PortalCatalog } from '../../../shared/portal-catalog.ts';
import type { CatalogRole } from '../../../shared/portal-comparison.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GridSkeleton } from '../../ui/grid/grid-skeleton.tsx';
import type { GridColumn } from '../../ui/grid/grid-types.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { PickerCell, type PickerColumn } from './picker-cell.tsx';
import { PickerFooter } from './picker-footer.tsx';
import { findRoles, type PickerRow, pickerRows, rolesOf, rolesOfRow, rowKey } from './picker-rows.ts';
import { PickerToolbar } from './picker-toolbar.tsx';
import { Picks } from './picks.ts';
import styles from './connect.module.css';

export interface RolePickerProps {
  /** Undefined before its first snapshot. */
  readonly catalog: PortalCatalog | undefined;
  readonly picked: readonly CatalogRole[];
  readonly onPick: (roles: readonly CatalogRole[]) => void;
  /** The name of a profile that is for this role already. */
  readonly profileFor: (role: CatalogRole) => string | undefined;
  readonly onAgain: () => void;
  /** Enter in the list or the search. */
  readonly onEnter: () => void;
  /** As high as its rows, up to a point. */
  readonly fit?: boolean;
}

/** Every account and role that the portal offers, to pick any of them; only what is in view exists. */
export function RolePicker(props: RolePickerProps) {
  const { catalog, picked, onPick, profileFor, onAgain, onEnter, fit = false } = props;
  const words = useSpeech().messages.connect.roles;
  const [search, setSearch] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string>();
  const accounts = catalog?.accounts;
  const found = useMemo(() => findRoles(accounts ?? [], search), [accounts, search]);
  const rows = useMemo(() => pickerRows(found, closed), [found, closed]);
  const foundRoles = useMemo(() => rolesOf(found), [found]);
  const picks = useMemo(() => new Picks(picked), [picked]);
  const columns = useMemo<readonly GridColumn<PickerColumn>[]>(
    () => [
      { id: 'name', label: words.columns.name, width: 'minmax(0, 1fr)' },
      { id: 'id', label: words.columns.id, width: '120px' },
      { id: 'note', label: words.columns.note, width: 'minmax(0, 0.7fr)' },
    ],
    [words],
  );
  const listing = catalog === undefined || catalog.phase.startsWith('listing');
  const nothing = !listing && catalog.accounts.length === 0;
  const pick = (row: PickerRow | undefined) => {
    const roles = row === undefined ? [] : rolesOfRow(row);
    if (roles.length > 0) onPick(picks.toggled(roles));
  };
  const toggle = (index: number) => {
    const id = rows[index]?.account.accountId ?? '';
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  };
  // Before the grid, for which Space is only another way to come to a row.
  const onKeys = (event: KeyboardEvent<HTMLElement>) => {
    const index = (event.target as HTMLElement).dataset['index'];
    if (index === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ') pick(rows[Number(index)]);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const cell = (index: number, column: PickerColumn) => (
    <PickerCell
      row={rows[index]}
      column={column}
      picks={picks}
      part={search.trim()}
      profileFor={profileFor}
      onPick={pick}
    />
  );
  const body = () => {
    if (catalog === undefined || (catalog.accounts.length === 0 && listing)) {
      return <GridSkeleton columns={columns} />;
    }
    if (catalog.accounts.length === 0) {
      return <EmptyState title={words.emptyTitle} body={words.empty} />;
    }
    if (rows.length === 0) return <EmptyState title={words.noMatchTitle} body={words.noMatch({ search })} />;
    return (
      <Grid
        label={words.label}
        columns={columns}
        rowCount={rows.length}
        rowKey={(index) => keyAt(rows, index)}
        cell={cell}
        selectedIndex={rows.findIndex((row) => rowKey(row) === current)}
        onSelect={(index, by) => {
          setCurrent(keyAt(rows, index));
          if (by === 'keyboard') return;
          if (rows[index]?.kind === 'role') pick(rows[index]);
          else toggle(index);
        }}
        levels={{
          level: (index) => (rows[index]?.kind === 'account' ? 1 : 2),
          expanded: (index) => {
            const row = rows[index];
            return row?.kind === 'account' ? !closed.has(row.account.accountId) : undefined;
          },
          toggle,
        }}
        busy={listing}
      />
    );
  };
  return (
    <div className={styles.picker} onKeyDownCapture={onKeys}>
      {!nothing && (
        <PickerToolbar
          search={search}
          onSearch={setSearch}
          found={foundRoles}
          picks={picks}
          onPick={onPick}
          onEnter={onEnter}
        />
      )}
      <div className={styles.grid} {...(fit || nothing ? { style: { height: heightFor(rows.length) } } : {})}>
        {body()}
      </div>
      <PickerFooter catalog={catalog} onAgain={onAgain} />
    </div>
  );
}

/** Header and rows, up to fifteen; at least what the note needs that says there are none. */
function heightFor(rows: number): number {
  return 30 + 28 * Math.min(15, Math.max(4, rows));
}

function keyAt(rows: readonly PickerRow[], index: number): string {
  const row = rows[index];
  return row === undefined ? String(index) : rowKey(row);
}
