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

/**
 * Which rows to draw, as the element is scrolled, resized, and rows come and go.
 * @param onRest is called when scrolling has come to rest; may be another function each time
 */
export function useScaledScroll(
  element: RefObject<HTMLDivElement | null>,
  { rowCount, initialScroll, moved, origin }: ScaledScrollOptions,
  onRest: RefObject<() => void>,
) {
  const [scroll] = useState(() => new ScaledScroll());
  const [drawn, setDrawn] = useState<DrawnRows>({ first: 0, count: 0, shift: 0 });
  const viewHeight = useRef(0);
  const rows = useRef<HTMLDivElement>(null);
  const land = useRef(() => {});
  const [flying] = useState(
    () =>
      new FlyingRows(
        () => rows.current,
        () => land.current(),
      ),
  );
  /** What was told to be drawn last, be it drawn already or not. */
  const told = useRef(drawn);
  const before = useRef({ rowCount: 0, moved, origin });

  /** @param now before the browser paints */
  const draw = useCallback(
    (now = false) => {
      // Drawn once they land.
      if (flying.isFlying) return;
      const first = Math.max(0, Math.floor(scroll.top / ROW_HEIGHT) - OVERSCAN);
      const count = Math.ceil(viewHeight.current / ROW_HEIGHT) + 1 + 2 * OVERSCAN;
      const { shift } = scroll;
      const old = told.current;
      // A few rows this way or that are within what is drawn anyway.
      const near = old.first === first || (Math.abs(old.first - first) < OVERSCAN - 2 && first !== 0);
      if (near && old.count === count && old.shift === shift) return;
      told.current = { first, count, shift };
      if (now) flushSync(() => setDrawn(told.current));
      else setDrawn(told.current);
    },
    [scroll, flying],
  );

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
      flying.stop();
      place(scroll.moveTo(top));
      draw();
    },
    [place, scroll, flying, draw],
  );

  // The box's height comes from the scroll's, so it is set here, before the box is scrolled.
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { rowCount, moved, origin };
    const box = scroll.resize(rowCount * ROW_HEIGHT, viewHeight.current);
    if (body.current !== null) body.current.style.height = `${scroll.boxHeight}px`;
    if (was.origin !== origin) {
      flying.stop();
      place(scroll.moveTo(0));
    } else if (was.rowCount === 0 && rowCount > 0) place(scroll.moveTo(initialScroll * ROW_HEIGHT));
    else if (was.moved !== moved) place(scroll.moveTo(scroll.top + (moved - was.moved) * ROW_HEIGHT));
    else place(box);
    draw();
    // Where it was left counts once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [rowCount, moved, origin, scroll, flying, place, draw]);

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
    let last = 0;
    const onScroll = () => {
      if (box.clientHeight === 0) return;
      place(scroll.scrolled(box.scrollTop));
      const first = Math.floor(scroll.top / ROW_HEIGHT) - OVERSCAN;
      const { first: from, count, shift } = told.current;
      const isFar = Math.abs(first - (flying.isFlying ? last : from)) > FAR * count;
      last = first;
      if (isFar && count > 0) return flying.moveTo((first - from) * ROW_HEIGHT + scroll.shift - shift);
      flying.stop();
      // Before the browser paints, or the screen would be empty for a moment.
      draw(true);
    };
    const rest = () => {
      place(scroll.settle());
      draw(true);
      onRest.current();
    };
    // A scroll that a script makes ends each time, so that doesn't say that the rows may land.
    const onEnd = () => {
      if (!flying.isFlying) rest();
    };
    land.current = rest;
    box.addEventListener('scroll', onScroll, { passive: true });
    box.addEventListener('scrollend', onEnd);
    return () => {
      flying.stop();
      box.removeEventListener('scroll', onScroll);
      box.removeEventListener('scrollend', onEnd);
    };
  }, [element, scroll, flying, place, draw, onRest]);

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
