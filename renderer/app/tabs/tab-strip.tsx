import { Plus, ShieldAlert, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Overview } from '../../../shared/contract.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { PointMenu } from '../../ui/point-menu.tsx';
import { HOME } from '../view.ts';
import { shownEntry, type Tab, type Tabs, type TabsChange } from './tabs.ts';
import { useTabTitle } from './tab-title.ts';
import styles from './tabs.module.css';

export interface TabStripProps {
  readonly state: Tabs;
  readonly onChange: (change: TabsChange) => void;
  readonly overview: Overview | undefined;
}

type MenuAt = { readonly tab: Tab; readonly x: number; readonly y: number };

/** The open tabs: arrows go from one to the next, Delete or a middle click closes one. */
export function TabStrip({ state, onChange, overview }: TabStripProps) {
  const { messages } = useSpeech();
  const words = messages.navigation.tabs;
  const [menu, setMenu] = useState<MenuAt>();
  const strip = useRef<HTMLDivElement>(null);
  const { tabs, active, closed } = state;
  const focusActive = () =>
    requestAnimationFrame(() =>
      strip.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus(),
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowRight') onChange({ kind: 'step', by: 1 });
    else if (event.key === 'ArrowLeft') onChange({ kind: 'step', by: -1 });
    else if (event.key === 'Home') onChange({ kind: 'select', tab: tabs[0]?.id ?? active });
    else if (event.key === 'End') onChange({ kind: 'select', tab: tabs.at(-1)?.id ?? active });
    else if (event.key === 'Delete') onChange({ kind: 'close', tab: active });
    else return;
    event.preventDefault();
    focusActive();
  };
  return (
    <div className={styles.strip}>
      <div ref={strip} role="tablist" aria-label={words.label} className={styles.list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton
            key={tab.id}
            tab={tab}
            selected={tab.id === active}
            overview={overview}
            onSelect={() => onChange({ kind: 'select', tab: tab.id })}
            onClose={() => onChange({ kind: 'close', tab: tab.id })}
            onMenu={(x, y) => setMenu({ tab, x, y })}
          />
        ))}
      </div>
      <IconButton
        small
        label={words.newTab}
        icon={<Plus size={15} />}
        onPress={() => onChange({ kind: 'open', view: HOME, behind: false })}
      />
      {menu !== undefined && (
        <PointMenu
          label={words.label}
          place={menu}
          onClose={() => setMenu(undefined)}
          groups={[
            [
              [
                words.duplicate,
                () => onChange({ kind: 'open', view: shownEntry(menu.tab).view, behind: false }),
              ],
            ],
            [
              [words.close, () => onChange({ kind: 'close', tab: menu.tab.id })],
              ...(tabs.length > 1
                ? [[words.closeOthers, () => onChange({ kind: 'close-others', tab: menu.tab.id })] as const]
                : []),
              ...(closed.length > 0 ? [[words.reopen, () => onChange({ kind: 'reopen' })] as const] : []),
            ],
          ]}
        />
      )}
    </div>
  );
}

interface TabButtonProps {
  readonly tab: Tab;
  readonly selected: boolean;
  readonly overview: Overview | undefined;
  readonly onSelect: () => void;
  readonly onClose: () => void;
  readonly onMenu: (x: number, y: number) => void;
}

function TabButton({ tab, selected, overview, onSelect, onClose, onMenu }: TabButtonProps) {
  const { messages } = useSpeech();
  const words = messages.navigation.tabs;
  const { title, hint, production } = useTabTitle(shownEntry(tab).view, overview);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  return (
    <div
      ref={element}
      role="tab"
      id={`tab-${tab.id}`}
      aria-selected={selected}
      aria-controls={`tab-panel-${tab.id}`}
      tabIndex={selected ? 0 : -1}
      title={hint}
      className={cx(styles.tab, production && styles.production)}
      onClick={onSelect}
      onMouseDown={(event) => {
        // The middle button would begin to scroll.
        if (event.button === 1) event.preventDefault();
      }}
      onAuxClick={(event) => {
        if (event.button === 1) onClose();
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        if (event.clientX === 0 && event.clientY === 0) onMenu(left, bottom);
        else onMenu(event.clientX, event.clientY);
      }}
    >
      {production && <ShieldAlert size={13} role="img" aria-label={words.production} />}
      <span className={styles.title}>{title}</span>
      {/* For the pointer; by keyboard a tab is closed with Delete, or from its menu. */}
      <span
        aria-hidden
        className={styles.close}
        title={words.close}
        onClick={(event) => {
          event.stopPropagation();
          onClose();
        }}
      >
        <X size={13} />
      </span>
    </div>
  );
}
