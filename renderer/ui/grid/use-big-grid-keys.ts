import { type KeyboardEvent, type RefObject, useState } from 'react';
import { isCommandKey } from '../command-key.ts';
import type { BigGridProps } from './big-grid-types.ts';
import { moveInGrid } from './grid-keys.ts';
import { ROW_HEIGHT } from './sizes.ts';
import { TypeAhead } from './type-ahead.ts';

type Props = Pick<BigGridProps<string, unknown>, 'rowCount' | 'current' | 'onAct' | 'onKey'>;

/**
 * The keyboard in a grid of which many rows can be selected (as in file managers, and the ARIA grid pattern): arrows
 * select, with Shift up to there, with Ctrl they only move; Space turns a row; letters go to a name.
 */
export function useBigGridKeys(
  { rowCount, current, onAct, onKey }: Props,
  viewHeight: RefObject<number>,
  reveal: (index: number) => void,
) {
  const [typed] = useState(() => new TypeAhead());
  return (event: KeyboardEvent<HTMLDivElement>) => {
    // In a heading's button, keys are the button's; only the arrow leads down to the rows.
    const inHeader = event.target !== event.currentTarget;
    if (inHeader && event.key !== 'ArrowDown') return;
    if (inHeader) event.currentTarget.focus({ preventScroll: true });
    if (event.nativeEvent.isComposing) return;
    if (!inHeader && onKey?.(event) === true) return event.preventDefault();
    if (answer(event)) event.preventDefault();
  };

  function answer(event: KeyboardEvent): boolean {
    const command = isCommandKey(event);
    const { key } = event;
    if (event.altKey) return false;
    if (command && key.toLowerCase() === 'a' && !event.shiftKey) return done(() => onAct({ kind: 'all' }));
    const pageSize = Math.floor(viewHeight.current / ROW_HEIGHT) - 1;
    const index = moveInGrid(key, { index: current, rowCount, pageSize });
    if (index !== undefined) {
      typed.end();
      reveal(index);
      const how = event.shiftKey ? 'range' : command ? 'focus' : 'only';
      return done(() => onAct({ kind: 'move', index, how }));
    }
    if (key === 'Enter' && current >= 0) {
      return done(() => onAct({ kind: 'open', index: current, aside: command }));
    }
    const now = performance.now();
    if (key === ' ' && !typed.typing(now)) {
      if (current < 0) return true;
      const kind = event.shiftKey ? 'extend' : 'toggle';
      return done(() => onAct({ kind, index: current }));
    }
    // One character, not the name of a key.
    if (command || event.ctrlKey || event.metaKey || Array.from(key).length !== 1 || rowCount === 0)
      return false;
    const { text, next } = typed.type(key, now);
    const from = Math.max(0, next ? current + 1 : current);
    return done(() => onAct({ kind: 'type', text, from: from < rowCount ? from : 0 }));
  }
}

function done(act: () => void): true {
  act();
  return true;
}
