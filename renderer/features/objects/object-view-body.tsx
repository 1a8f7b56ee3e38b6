import { useCallback, useMemo, useRef, useState } from 'react';
import type { ListingRow } from '../../../shared/listing.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { listingPool } from '../../bridge/listing-pool.ts';
import { listObjectsCommand } from '../../../shared/object-command.ts';
import { formatLocation } from '../../../shared/s3-location.ts';
import type { BigGridHandle } from '../../ui/grid/big-grid-types.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { usePageCommand } from '../../ui/page-commands.ts';
import { PointMenu } from '../../ui/point-menu.tsx';
import { CriteriaChips } from './criteria-chips.tsx';
import { copyEntries, folderEntries, manyEntries, type MenuContext, rowEntries } from './menu-entries.ts';
import { ObjectArea } from './object-area.tsx';
import { ObjectErrors } from './object-errors.tsx';
import { ObjectFooter } from './object-footer.tsx';
import { specOf } from './object-spec.ts';
import { ObjectToolbar } from './object-toolbar.tsx';
import type { ObjectViewProps } from './object-view-types.ts';
import { SearchPanel } from './search-panel.tsx';
import { useFocusReport } from './use-focus-report.ts';
import { useListingCommands } from './use-listing-commands.ts';
import { useObjectActs } from './use-object-acts.ts';
import { useObjectCopy } from './use-object-copy.ts';
import { objectKeys } from './use-object-keys.ts';
import { useObjectTable } from './use-object-table.ts';
import { useReturn } from './use-return.ts';
import { useRowSelection } from './use-row-selection.ts';
import { useSearchHotkey } from './use-search-hotkey.ts';
import { useSteady } from './use-steady.ts';
import { useViewMemory } from './use-view-memory.ts';
import { visibleText } from './visible-text.ts';
import styles from './objects.module.css';

/** A listing, with all that can be done with its rows. */
export function ObjectViewBody(props: ObjectViewProps) {
  const { at, prefix, search, active, memory, actions, onOpenFolder, onOpenObject, onSearch } = props;
  const { messages, locale } = useSpeech();
  const words = messages.objects;
  const pool = listingPool(useBridge());
  const table = useObjectTable(specOf(props), memory, active);
  const { listing, snapshot, current } = table;
  const { state, listingId } = listing;
  const commands = useListingCommands(listingId);
  const selection = useRowSelection(listing, snapshot);
  const copy = useObjectCopy(table, selection);
  const grid = useRef<BigGridHandle>(null);
  const [panel, setPanel] = useState(false);

  const onOpen = (row: ListingRow, where: 'here' | 'new-tab') => {
    if (row.kind === 'folder') {
      // The listing is on its way while the view of it is made.
      pool.prepare(specOf({ at, prefix: prefix + row.name, search: undefined }));
      onOpenFolder(prefix + row.name, where);
    } else onOpenObject(prefix + row.name);
  };
  const acts = useObjectActs({ table, selection, grid, onOpen });
  const focusKey = useFocusReport(prefix, current.row, props.onFocusRow);
  useReturn(memory?.focusKey, prefix, table, acts);
  const { sort, filter, scroll } = table;
  const remember = useViewMemory({ sort, filter, focusKey }, scroll, props.onMemory);

  const arriving = state?.phase === 'running' || state?.phase === 'waiting';
  // What failed before anything came has nothing to compare with: it begins anew.
  const over = listing.error !== undefined || (state?.phase === 'failed' && state.rows === 0);
  const refresh = over ? listing.renew : commands.refresh;
  usePageCommand('refresh', refresh);
  usePageCommand('cancel', () => {
    if (selection.summary.rows > 0) selection.change({ kind: 'none' });
    else if (arriving || state?.refresh?.phase === 'running') commands.stop();
  });
  const togglePanel = useCallback(() => setPanel((before) => !before), []);
  useSearchHotkey(active, () => setPanel(true));
  const closePanel = () => {
    setPanel(false);
    grid.current?.focus();
  };

  // What the toolbar is given stays the same, so that it isn't drawn anew with each row that is gone to.
  const steadyCopy = useSteady(copy);
  const steadyOpenFolder = useSteady(onOpenFolder);
  const steadyRemove = useSteady(
    () =>
      void selection.settled().then((summary) => summary.rows > 0 && actions.remove?.(listingId, summary)),
  );
  const onRemove = actions.remove === undefined ? undefined : steadyRemove;
  const context = useMemo<MenuContext>(
    () => ({
      words,
      view: { prefix, search, actions, onOpenFolder: steadyOpenFolder, onOpenObject },
      copy: (form) => void steadyCopy(form),
      remove: onRemove,
    }),
    [words, prefix, search, actions, onOpenObject, steadyCopy, steadyOpenFolder, onRemove],
  );
  const copies = useMemo(() => copyEntries(context), [context]);
  const ofFolder = useMemo(() => folderEntries(context, prefix), [context, prefix]);
  const onKey = objectKeys({
    prefix,
    search: search !== undefined,
    onOpenFolder,
    onEndSearch: () => onSearch(undefined),
    onCopy: () => void copy('uri'),
    onDelete: onRemove,
  });
  const where = formatLocation({ bucket: at.bucket, key: prefix });
  const label = search === undefined ? words.label({ where }) : words.foundLabel({ where });
  const many = selection.summary.rows;
  const { menu } = acts;
  return (
    <section className={styles.view} aria-label={label}>
      <h1 className={styles.hidden}>{label}</h1>
      <ObjectToolbar
        filter={filter}
        onFilter={table.setFilter}
        onRefresh={refresh}
        searching={panel}
        onSearch={togglePanel}
        command={listObjectsCommand(at, prefix, search)}
        selected={many > 0}
        copies={copies}
        folderEntries={ofFolder}
        onDelete={onRemove}
      />
      {panel && (
        <SearchPanel
          criteria={search ?? (filter === '' ? undefined : { name: filter })}
          onSearch={(criteria) => {
            setPanel(false);
            onSearch(criteria);
          }}
          onClose={closePanel}
        />
      )}
      {search !== undefined && (
        <CriteriaChips criteria={search} onSearch={onSearch} onChange={() => setPanel(true)} />
      )}
      <ObjectErrors
        {...{ listing, snapshot, commands, onSignIn: props.onSignIn, deniedHelp: props.deniedHelp }}
      />
      <ObjectArea
        table={table}
        gridRef={grid}
        label={label}
        search={search !== undefined}
        root={prefix === ''}
        onScrolled={remember}
        onAct={acts.act}
        onKey={onKey}
        onResume={commands.resume}
        onSearchInstead={() => onSearch({ name: filter })}
        onEndSearch={() => onSearch(undefined)}
      />
      <ObjectFooter
        state={listing.error === undefined ? state : undefined}
        search={search !== undefined}
        shown={snapshot.view.filter === '' ? undefined : snapshot.total}
        selection={selection.summary}
        onStop={commands.stop}
        onResume={commands.resume}
      />
      {menu !== undefined && (
        <PointMenu
          label={
            many > 1
              ? words.menu.manyActions({ count: many, text: formatNumber(locale, many) })
              : words.menu.rowActions({ name: visibleText(menu.row.name).text })
          }
          groups={(many > 1 ? manyEntries(context) : rowEntries(context, menu.row)).map((group) =>
            group.map((entry) => [entry.label, entry.act] as const),
          )}
          place={menu.place}
          onClose={acts.closeMenu}
        />
      )}
    </section>
  );
}
