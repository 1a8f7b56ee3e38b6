import { createContext, use, useEffect, useRef } from 'react';

/** What a keystroke anywhere may ask of the view that is shown. */
export type PageCommand = 'refresh' | 'filter' | 'cancel';

/** Whether one sees what is beneath: a tab that isn't shown answers nothing. */
export const ShownContext = createContext(true);

type Handler = () => void;
const stacks = new Map<PageCommand, Handler[]>();

/** Answers a command while the component is there and shown; the one that came last is asked. */
export function usePageCommand(command: PageCommand, handler: Handler): void {
  const latest = useRef(handler);
  const shown = use(ShownContext);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!shown) return undefined;
    const mine = () => latest.current();
    const stack = stacks.get(command) ?? [];
    stacks.set(command, [...stack, mine]);
    return () => {
      stacks.set(
        command,
        (stacks.get(command) ?? []).filter((each) => each !== mine),
      );
    };
  }, [command, shown]);
}

/** @returns whether a view answered */
export function runPageCommand(command: PageCommand): boolean {
  const handler = stacks.get(command)?.at(-1);
  handler?.();
  return handler !== undefined;
}
