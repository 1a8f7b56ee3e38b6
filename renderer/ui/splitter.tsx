import { type KeyboardEvent, type PointerEvent, useSyncExternalStore } from 'react';
import styles from './splitter.module.css';

/** Percent of the room that the pane after the splitter may have. */
export const SHARE = { min: 20, max: 75, beside: 33, below: 45 } as const;

export interface SplitterProps {
  readonly label: string;
  /** Percent; 0 where the layout decides. */
  readonly share: number;
  /** @param done the pointer was let go, or a key was pressed: worth remembering */
  readonly onShare: (share: number, done: boolean) => void;
}

/** Where the panes stand one above the other; the same width as in the style sheet of the window. */
const STACKED = '(max-width: 1100px)';

/** Stands at the beginning of a pane and changes how much of the room the pane has. */
export function Splitter({ label, share, onShare }: SplitterProps) {
  const stacked = useSyncExternalStore(subscribe, () => matchMedia(STACKED).matches);
  // What the layout gives it, roughly.
  const now = share === 0 ? (stacked ? SHARE.below : SHARE.beside) : share;
  const drag = (event: PointerEvent<HTMLDivElement>, done: boolean) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const room = event.currentTarget.parentElement?.parentElement?.getBoundingClientRect();
    if (room === undefined) return;
    const part = stacked
      ? (room.bottom - event.clientY) / room.height
      : (room.right - event.clientX) / room.width;
    onShare(within(Math.round(part * 1000) / 10), done);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyed(event.key, now);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onShare(next, true);
  };
  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation={stacked ? 'horizontal' : 'vertical'}
      aria-valuemin={SHARE.min}
      aria-valuemax={SHARE.max}
      aria-valuenow={Math.round(now)}
      tabIndex={0}
      title={label}
      className={styles.splitter}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => drag(event, false)}
      onPointerUp={(event) => drag(event, true)}
      onDoubleClick={() => onShare(0, true)}
      onKeyDown={onKeyDown}
    />
  );
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(STACKED);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

function within(share: number): number {
  return Math.min(SHARE.max, Math.max(SHARE.min, share));
}

/** What a key asks for; 0 gives it back to the layout. */
function keyed(key: string, share: number): number | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowUp') return within(share + 3);
  if (key === 'ArrowRight' || key === 'ArrowDown') return within(share - 3);
  if (key === 'Home') return SHARE.min;
  if (key === 'End') return SHARE.max;
  return key === 'Enter' ? 0 : undefined;
}
