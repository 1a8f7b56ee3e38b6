import type { MouseEvent, PointerEvent, RefObject } from 'react';
import { isCommandKey } from '../command-key.ts';
import type { BigGridProps } from './big-grid-types.ts';

type Props = Pick<BigGridProps<string, unknown>, 'current' | 'onAct'>;

/** The mouse in a grid; one handler for all rows, so that rows need none of their own. */
export function useBigGridPointer(element: RefObject<HTMLDivElement | null>, { current, onAct }: Props) {
  const say = (by: 'pointer' | 'keyboard') => element.current?.setAttribute('data-by', by);
  return {
    onPointerDown: (event: PointerEvent) => {
      say('pointer');
      // The middle button would begin to scroll by itself; on a row it opens.
      if (event.button === 1 && indexAt(event) !== undefined) event.preventDefault();
    },
    onKeyDownCapture: () => say('keyboard'),
    onBlur: () => say('keyboard'),
    onMouseDown: (event: MouseEvent) => {
      if (event.button === 1 && indexAt(event) !== undefined) event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      const index = indexAt(event);
      if (index === undefined) return;
      if (event.shiftKey && isCommandKey(event)) onAct({ kind: 'extend', index });
      else if (event.shiftKey) onAct({ kind: 'move', index, how: 'range' });
      else if (isCommandKey(event)) onAct({ kind: 'toggle', index });
      else onAct({ kind: 'move', index, how: 'only' });
    },
    onDoubleClick: (event: MouseEvent) => {
      const index = indexAt(event);
      if (index !== undefined) onAct({ kind: 'open', index, aside: isCommandKey(event) });
    },
    onAuxClick: (event: MouseEvent) => {
      const index = indexAt(event);
      if (event.button === 1 && index !== undefined) onAct({ kind: 'open', index, aside: true });
    },
    onContextMenu: (event: MouseEvent) => {
      const index = indexAt(event);
      const byKeyboard = event.target === element.current;
      if (index === undefined && !(byKeyboard && current >= 0)) return;
      event.preventDefault();
      if (index !== undefined) {
        return onAct({ kind: 'menu', index, place: { x: event.clientX, y: event.clientY } });
      }
      const row = element.current?.querySelector(`[data-index="${current}"]`);
      const { left, bottom } = (row ?? event.currentTarget).getBoundingClientRect();
      onAct({ kind: 'menu', index: current, place: { x: left + 24, y: bottom } });
    },
  };
}

function indexAt(event: { readonly target: EventTarget }): number | undefined {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? undefined : Number(row.dataset['index']);
}
