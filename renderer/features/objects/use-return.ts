import { useEffect, useRef } from 'react';
import type { useObjectActs } from './use-object-acts.ts';
import type { ObjectTable } from './use-object-table.ts';

/**
 * Goes back to the row that the keyboard was on, by its key, once it is there; it may be among the last to arrive.
 * Whoever has gone to another row meanwhile stays there.
 */
export function useReturn(
  key: string | undefined,
  prefix: string,
  { snapshot, current, initialScroll }: ObjectTable,
  { find, returnTo }: Pick<ReturnType<typeof useObjectActs>, 'find' | 'returnTo'>,
): void {
  const wanted = useRef(key);
  const acts = useRef({ find, returnTo, index: current.index });
  useEffect(() => {
    acts.current = { find, returnTo, index: current.index };
  });
  const { ready, total } = snapshot;
  useEffect(() => {
    if (!ready || total === 0 || wanted.current === undefined) return undefined;
    if (acts.current.index >= 0) wanted.current = undefined;
    const { current: text } = wanted;
    if (text === undefined || !text.startsWith(prefix) || text === prefix) return undefined;
    let gone = false;
    void acts.current.find(text.slice(prefix.length), 'equals', 0).then((index) => {
      if (gone || index === undefined || acts.current.index >= 0) return;
      wanted.current = undefined;
      // Where one had scrolled away from it, the screen comes back as it was.
      acts.current.returnTo(index, initialScroll > 0);
    });
    return () => {
      gone = true;
    };
  }, [ready, total, prefix, initialScroll]);
}
