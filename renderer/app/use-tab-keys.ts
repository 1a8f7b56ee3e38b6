import { useEffect, useRef } from 'react';
import type { AppInfo } from '../../shared/settings.ts';
import type { TabsChange } from './tabs/tabs.ts';
import { activeTab, shownEntry, type Tabs } from './tabs/tabs.ts';
import { above, HOME } from './view.ts';

export interface TabKeys {
  readonly tabs: Tabs;
  readonly onTabs: (change: TabsChange) => void;
  readonly host: AppInfo['host'] | undefined;
  readonly onEditLocation: () => void;
  readonly onBookmark: () => void;
  readonly onPalette: () => void;
}

const MAC = /mac/i.test(navigator.platform);

/** Keys and mouse buttons that go through tabs and their histories, from wherever in the page. */
export function useTabKeys(keys: TabKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || inDialog(event.target)) return;
      const action = tabKey(event, latest.current.host);
      if (action === undefined) return;
      event.preventDefault();
      perform(action, latest.current);
    };
    // The fourth and fifth button of a mouse; the browser would leave the page on their release.
    const onMouse = (event: MouseEvent) => {
      if (event.button !== 3 && event.button !== 4) return;
      event.preventDefault();
      if (event.type === 'mouseup') perform(event.button === 3 ? 'back' : 'forward', latest.current);
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('mousedown', onMouse);
    window.addEventListener('mouseup', onMouse);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('mousedown', onMouse);
      window.removeEventListener('mouseup', onMouse);
    };
  }, []);
}

export type TabKey =
  | 'back'
  | 'forward'
  | 'up'
  | 'new-tab'
  | 'close'
  | 'reopen'
  | 'next'
  | 'previous'
  | 'location'
  | 'bookmark'
  | 'palette';

/**
 * What a keystroke asks for. In the browser host Ctrl+T and Ctrl+W are the browser's own; Alt takes their place.
 */
export function tabKey(event: KeyboardEvent, host: AppInfo['host'] | undefined): TabKey | undefined {
  const { code, key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const command = MAC ? metaKey : ctrlKey;
  const onlyAlt = altKey && !ctrlKey && !metaKey && !shiftKey;
  const writing = isField(event.target);
  if (key === 'Tab' && ctrlKey && !altKey) return shiftKey ? 'previous' : 'next';
  if (ctrlKey && !altKey && !shiftKey && key === 'PageDown') return 'next';
  if (ctrlKey && !altKey && !shiftKey && key === 'PageUp') return 'previous';
  if (onlyAlt && !(MAC && writing)) {
    if (key === 'ArrowLeft') return 'back';
    if (key === 'ArrowRight') return 'forward';
    if (key === 'ArrowUp') return 'up';
    if (key === 'PageDown') return 'next';
    if (key === 'PageUp') return 'previous';
  }
  // By its place on the keyboard: with Alt, a Mac writes another letter.
  if (onlyAlt && host === 'browser' && !(MAC && writing)) {
    if (code === 'KeyT') return 'new-tab';
    if (code === 'KeyW') return 'close';
  }
  if (key === 'Backspace' && !altKey && !ctrlKey && !metaKey && !shiftKey && !writing) return 'up';
  if (!command || altKey) return undefined;
  const letter = key.toLowerCase();
  if (host === 'desktop' && letter === 't') return shiftKey ? 'reopen' : 'new-tab';
  if (shiftKey) return undefined;
  if (host === 'desktop' && letter === 'w') return 'close';
  if (MAC && letter === '[') return 'back';
  if (MAC && letter === ']') return 'forward';
  return COMMANDS[letter];
}

const COMMANDS: Readonly<Record<string, TabKey>> = { l: 'location', d: 'bookmark', k: 'palette' };

function perform(action: TabKey, keys: TabKeys): void {
  const { tabs, onTabs } = keys;
  switch (action) {
    case 'back':
      return onTabs({ kind: 'travel', by: -1 });
    case 'forward':
      return onTabs({ kind: 'travel', by: 1 });
    case 'up': {
      const view = above(shownEntry(activeTab(tabs)).view);
      return view === undefined ? undefined : onTabs({ kind: 'go', view });
    }
    case 'new-tab':
      return onTabs({ kind: 'open', view: HOME, behind: false });
    case 'close':
      return onTabs({ kind: 'close', tab: tabs.active });
    case 'reopen':
      return onTabs({ kind: 'reopen' });
    case 'next':
      return onTabs({ kind: 'step', by: 1 });
    case 'previous':
      return onTabs({ kind: 'step', by: -1 });
    case 'location':
      return keys.onEditLocation();
    case 'bookmark':
      return keys.onBookmark();
    case 'palette':
      return keys.onPalette();
  }
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable=true]') !== null &&
    target.closest('input[type=checkbox], input[type=radio], input[type=button]') === null
  );
}

/** What is in a dialog is asked first; nothing behind it moves. */
function inDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null
  );
}
