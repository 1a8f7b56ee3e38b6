import {
  createContext,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  use,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { moveInGrid } from '../grid/grid-keys.ts';
import styles from './tree.module.css';

interface TabStop {
  /** The item that had the focus last; Tab comes back to it. */
  readonly id: string | undefined;
  readonly gone: (id: string) => void;
}

const TabStopContext = createContext<TabStop>({ id: undefined, gone: () => {} });
const LevelContext = createContext(0);

/** A tree after the ARIA pattern: Tab comes to one item, arrows go between items, open and close them. */
export function Tree({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const [id, setId] = useState<string>();
  const tabStop = useMemo<TabStop>(
    () => ({ id, gone: (lost) => setId((current) => (current === lost ? undefined : current)) }),
    [id],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (target.getAttribute('role') !== 'treeitem' || event.defaultPrevented) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])];
    const next = destination(event.key, target, items);
    if (next === undefined) return;
    items[next]?.focus();
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent) => {
    const item = (event.target as HTMLElement).closest('[role=treeitem]');
    if (item !== null) setId(item.id);
  };

  return (
    <TabStopContext value={tabStop}>
      <div ref={root} role="tree" aria-label={label} onKeyDown={onKeyDown} onFocus={onFocus}>
        {children}
      </div>
    </TabStopContext>
  );
}

function destination(key: string, target: HTMLElement, items: readonly HTMLElement[]): number | undefined {
  const index = items.indexOf(target);
  if (key === 'ArrowLeft') {
    const parent = target.parentElement?.closest<HTMLElement>('[role=treeitem]');
    return parent === null || parent === undefined ? undefined : items.indexOf(parent);
  }
  if (key === 'ArrowRight') return target.getAttribute('aria-expanded') === 'true' ? index + 1 : undefined;
  return moveInGrid(key, { index, rowCount: items.length, pageSize: 10 });
}

export interface TreeItemProps {
  /** The id of the element in `row` that names the item. */
  readonly labelId: string;
  readonly row: ReactNode;
  readonly selected: boolean;
  /** It is what is shown, though the item that is selected for it stands elsewhere. */
  readonly current?: boolean;
  /** Tab comes here while nothing had the focus yet. */
  readonly first?: boolean;
  /** Absent for items without children. */
  readonly expanded?: boolean;
  readonly onToggle?: () => void;
  readonly onChoose: () => void;
  /** What can be done with it is asked for: by the right button, the menu key or Shift+F10. Pixels in the window. */
  readonly onMenu?: ((place: { readonly x: number; readonly y: number }) => void) | undefined;
  /** What single keys do here, by `KeyboardEvent.key`. */
  readonly keys?: Readonly<Record<string, (() => void) | undefined>>;
  readonly children?: ReactNode;
}

export function TreeItem(props: TreeItemProps) {
  const { labelId, row, selected, current = false, first = false, expanded, onToggle, onChoose } = props;
  const { onMenu, keys = {}, children } = props;
  const id = useId();
  const level = use(LevelContext) + 1;
  const { id: stop, gone } = use(TabStopContext);
  const reachable = stop === undefined ? first || selected : stop === id;
  const lost = useRef(gone);
  useEffect(() => () => lost.current(id), [id]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (act !== undefined) act();
    else if (event.key === 'Enter' || event.key === ' ') onChoose();
    else if (event.key === 'ArrowRight' && expanded === false) onToggle?.();
    else if (event.key === 'ArrowLeft' && expanded === true) onToggle?.();
    else return;
    event.preventDefault();
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    // An item with children holds theirs, which answer first.
    if (onMenu === undefined || event.defaultPrevented) return;
    event.preventDefault();
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    const byKeyboard = event.target === event.currentTarget;
    const row = byKeyboard ? event.currentTarget.firstElementChild?.getBoundingClientRect() : undefined;
    onMenu(
      byKeyboard
        ? { x: (row?.left ?? left) + 24, y: row?.bottom ?? bottom }
        : { x: event.clientX, y: event.clientY },
    );
  };
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-labelledby={labelId}
      aria-selected={selected}
      tabIndex={reachable ? 0 : -1}
      className={styles.item}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      {...(current ? { 'aria-current': true } : {})}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
    >
      <div className={styles.row} data-selected={selected || current} data-level={level} onClick={onChoose}>
        {row}
      </div>
      {expanded === true && (
        <LevelContext value={level}>
          <div role="group">{children}</div>
        </LevelContext>
      )}
    </div>
  );
}
