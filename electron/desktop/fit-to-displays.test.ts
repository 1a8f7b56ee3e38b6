import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreOn, type DisplayArea, fitToDisplays, type Rectangle } from './fit-to-displays.ts';

const LAPTOP: DisplayArea = { workArea: { x: 0, y: 25, width: 1440, height: 875 } };
const MONITOR: DisplayArea = { workArea: { x: 1440, y: 0, width: 2560, height: 1415 } };

const rectangle = (low: number, high: number, smallest: number): fc.Arbitrary<Rectangle> =>
  fc.record({
    x: fc.integer({ min: low, max: high }),
    y: fc.integer({ min: low, max: high }),
    width: fc.integer({ min: smallest, max: 5000 }),
    height: fc.integer({ min: smallest, max: 5000 }),
  });
const display = rectangle(-8000, 8000, 400).map((workArea): DisplayArea => ({ workArea }));

function isInside(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

describe('fitToDisplays', () => {
  it('leaves a window alone that is all on a screen', () => {
    const bounds = { x: 1500, y: 100, width: 1200, height: 760 };
    expect(fitToDisplays(bounds, [LAPTOP, MONITOR])).toEqual(bounds);
  });

  it('brings a window back from a monitor that is gone', () => {
    const bounds = { x: 1500, y: 100, width: 1200, height: 760 };
    expect(fitToDisplays(bounds, [LAPTOP])).toEqual({ x: 240, y: 100, width: 1200, height: 760 });
  });

  it('shrinks a window to a smaller screen', () => {
    const bounds = { x: 1440, y: 0, width: 2560, height: 1415 };
    expect(fitToDisplays(bounds, [LAPTOP])).toEqual(LAPTOP.workArea);
  });

  it('knows no better than the person where no screen is known', () => {
    const bounds = { x: 5, y: 6, width: 900, height: 600 };
    expect(fitToDisplays(bounds, [])).toEqual(bounds);
  });

  it('always ends up all on one screen, and stays there', () => {
    fc.assert(
      fc.property(
        rectangle(-20_000, 20_000, 100),
        fc.array(display, { minLength: 1, maxLength: 4 }),
        (bounds, displays) => {
          const fitted = fitToDisplays(bounds, displays);
          expect(displays.some(({ workArea }) => isInside(fitted, workArea))).toBe(true);
          const again = fitToDisplays(fitted, displays);
          expect(displays.some(({ workArea }) => isInside(again, workArea))).toBe(true);
          expect({ width: again.width, height: again.height }).toEqual({
            width: fitted.width,
            height: fitted.height,
          });
        },
      ),
    );
  });

  it('changes nothing about a window that is already all on a screen', () => {
    fc.assert(
      fc.property(display, rectangle(0, 5000, 100), ({ workArea }, wanted) => {
        const width = Math.min(wanted.width, workArea.width);
        const height = Math.min(wanted.height, workArea.height);
        const x = workArea.x + (wanted.x % (workArea.width - width + 1));
        const y = workArea.y + (wanted.y % (workArea.height - height + 1));
        expect(fitToDisplays({ x, y, width, height }, [{ workArea }])).toEqual({ x, y, width, height });
      }),
    );
  });
});

describe('centreOn', () => {
  it('is in the middle, or fills a small screen', () => {
    expect(centreOn(LAPTOP, 1200, 760)).toEqual({ x: 120, y: 83, width: 1200, height: 760 });
    expect(centreOn({ workArea: { x: 10, y: 20, width: 800, height: 500 } }, 1200, 760)).toEqual({
      x: 10,
      y: 20,
      width: 800,
      height: 500,
    });
  });
});
