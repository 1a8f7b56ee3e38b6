import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FlyingRows } from './flying-rows.ts';
import { ScaledScroll } from './scaled-scroll.ts';
import { HEADER_HEIGHT, ROW_HEIGHT } from './sizes.ts';

/** Rows drawn beyond the screen, at either end. */
const OVERSCAN = 6;
/** Screenfuls in one frame from which nobody can read what goes by. */
const FAR = 3;

export interface DrawnRows {
  readonly first: number;
  readonly count: number;
  /** Pixels to add to a row's place in the list. */
  readonly shift: number;
}

export interface ScaledScrollOptions {
  readonly rowCount: number;
  readonly initialScroll: number;
  readonly moved: number;
  readonly origin: number;
}

/** Which rows to draw, as the element is scrolled, resized, and rows come and go. */
export function useScaledScroll(
  element: RefObject<HTMLDivElement | null>,
  { rowCount, initialScroll, moved, origin }: ScaledScrollOptions,
) {
  const [scroll] = useState(() => new ScaledScroll());
  const [drawn, setDrawn] = useState<DrawnRows>({ first: 0, count: 0, shift: 0 });
  const viewHeight = useRef(0);
  const rows = useRef<HTMLDivElement>(null);
  const shown = useRef(drawn);
  useLayoutEffect(() => {
    shown.current = drawn;
  });
  const before = useRef({ rowCount: 0, moved, origin });

  const draw = useCallback(() => {
    const first = Math.max(0, Math.floor(scroll.top / ROW_HEIGHT) - OVERSCAN);
    const count = Math.ceil(viewHeight.current / ROW_HEIGHT) + 1 + 2 * OVERSCAN;
    const { shift } = scroll;
    setDrawn((old) => {
      // A few rows this way or that are within what is drawn anyway.
      const near = Math.abs(old.first - first) < OVERSCAN - 2 && first !== 0;
      return near && old.count === count && old.shift === shift ? old : { first, count, shift };
    });
  }, [scroll]);

  const place = useCallback(
    (box: number | undefined) => {
      if (box === undefined || element.current === null) return;
      element.current.scrollTop = box;
      scroll.placed(element.current.scrollTop);
    },
    [element, scroll],
  );

  const moveTo = useCallback(
    (top: number) => {
      place(scroll.moveTo(top));
      draw();
    },
    [place, scroll, draw],
  );

  // The box's height comes from the scroll's, so it is set here, before the box is scrolled.
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { rowCount, moved, origin };
    const box = scroll.resize(rowCount * ROW_HEIGHT, viewHeight.current);
    if (body.current !== null) body.current.style.height = `${scroll.boxHeight}px`;
    if (was.origin !== origin) place(scroll.moveTo(0));
    else if (was.rowCount === 0 && rowCount > 0) place(scroll.moveTo(initialScroll * ROW_HEIGHT));
    else if (was.moved !== moved) place(scroll.moveTo(scroll.top + (moved - was.moved) * ROW_HEIGHT));
    else place(box);
    draw();
    // Where it was left counts once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [rowCount, moved, origin, scroll, place, draw]);

  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const measure = () => {
      const height = Math.max(0, box.clientHeight - HEADER_HEIGHT);
      // A tab that isn't shown has no height, and keeps its place.
      if (height === 0 || height === viewHeight.current) return;
      viewHeight.current = height;
      place(scroll.resize(before.current.rowCount * ROW_HEIGHT, height) ?? scroll.moveTo(scroll.top));
      draw();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, scroll, place, draw]);

  useEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const flying = new FlyingRows(
      () => rows.current,
      () => flushSync(draw),
    );
    const onScroll = () => {
      if (box.clientHeight === 0) return;
      place(scroll.scrolled(box.scrollTop));
      const first = Math.floor(scroll.top / ROW_HEIGHT) - OVERSCAN;
      const { first: from, count, shift } = shown.current;
      const isFar = Math.abs(first - (flying.isFlying ? last : from)) > FAR * count;
      last = first;
      if (isFar && count > 0) {
        flying.moveTo((first - from) * ROW_HEIGHT + scroll.shift - shift);
        return;
      }
      flying.stop();
      // Drawn before the browser paints, or the screen would be empty for a moment.
      flushSync(draw);
    };
    let last = 0;
    const onEnd = () => {
      const to = scroll.settle();
      if (to !== undefined) place(to);
      if (flying.isFlying) flying.land();
      else if (to !== undefined) draw();
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    box.addEventListener('scrollend', onEnd);
    return () => {
      flying.stop();
      box.removeEventListener('scroll', onScroll);
      box.removeEventListener('scrollend', onEnd);
    };
  }, [element, scroll, place, draw]);

  const reveal = useCallback(
    (index: number) => {
      const top = index * ROW_HEIGHT;
      const below = top + ROW_HEIGHT - viewHeight.current;
      if (top < scroll.top) moveTo(top);
      else if (below > scroll.top) moveTo(below);
    },
    [moveTo, scroll],
  );
  return { drawn, body, rows, scroll, viewHeight, reveal };
}
