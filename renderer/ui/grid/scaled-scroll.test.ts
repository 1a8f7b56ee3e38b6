import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIGHEST, ScaledScroll } from './scaled-scroll.ts';

const ROW = 28;
const MILLION = 1_000_000;

function scrollOf(rows: number, view = 600): ScaledScroll {
  const scroll = new ScaledScroll();
  scroll.resize(rows * ROW, view);
  return scroll;
}

describe('ScaledScroll', () => {
  it('is the browser’s own scrolling where the list fits', () => {
    const scroll = scrollOf(1000);
    expect(scroll.boxHeight).toBe(28_000);
    expect(scroll.scrolled(12_345)).toBeUndefined();
    expect([scroll.top, scroll.shift]).toEqual([12_345, 0]);
  });

  it('keeps the box within what browsers can do, and reaches both ends', () => {
    const scroll = scrollOf(5 * MILLION);
    expect(scroll.boxHeight).toBe(HIGHEST);
    scroll.scrolled(HIGHEST - 600);
    expect(scroll.top).toBe(5 * MILLION * ROW - 600);
    scroll.scrolled(0);
    expect(scroll.top).toBe(0);
  });

  it('moves pixel by pixel with the wheel, and its bar follows once that has ended', () => {
    const scroll = scrollOf(MILLION);
    scroll.scrolled(HIGHEST / 2);
    const { top, box } = scroll;
    scroll.scrolled(box + 120);
    expect(scroll.top).toBe(top + 120);
    for (let turn = 2; turn <= 100; turn += 1) scroll.scrolled(box + 120 * turn);
    expect(scroll.top).toBe(top + 12_000);
    const settled = scroll.settle();
    expect(settled).toBeLessThan(box + 12_000);
    expect(scroll.top).toBe(top + 12_000);
    expect(scroll.settle()).toBeUndefined();
  });

  it('stays at a row when rows come below it', () => {
    const scroll = scrollOf(1000);
    scroll.scrolled(10_000);
    expect(scroll.resize(2000 * ROW, 600)).toBeUndefined();
    expect(scroll.top).toBe(10_000);
    expect(scroll.resize(100 * ROW, 600)).toBe(100 * ROW - 600);
  });

  it('is always within the list and the box, however one scrolls', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('wheel' as const), by: fc.integer({ min: -1200, max: 1200 }) }),
      fc.record({ kind: fc.constant('bar' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({ kind: fc.constant('rows' as const), rows: fc.integer({ min: 0, max: 3 * MILLION }) }),
      fc.record({ kind: fc.constant('row' as const), index: fc.nat(3 * MILLION) }),
      fc.record({ kind: fc.constant('end' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const scroll = scrollOf(MILLION);
        let box = 0;
        for (const each of steps) {
          const most = Math.max(0, scroll.boxHeight - 600);
          let to: number | undefined;
          if (each.kind === 'wheel') box = Math.min(most, Math.max(0, box + each.by));
          if (each.kind === 'bar') box = Math.round(most * each.share);
          if (each.kind === 'wheel' || each.kind === 'bar') to = scroll.scrolled(box);
          else if (each.kind === 'rows') to = scroll.resize(each.rows * ROW, 600);
          else if (each.kind === 'row') to = scroll.moveTo(each.index * ROW);
          else to = scroll.settle();
          box = Math.min(Math.max(0, scroll.boxHeight - 600), Math.max(0, Math.round(to ?? box)));
          scroll.placed(box);
          expect(scroll.top).toBeGreaterThanOrEqual(0);
          expect(scroll.top).toBeLessThanOrEqual(scroll.maxTop);
          // The rows on the screen lie within the box, or they could not be seen.
          expect(scroll.top + scroll.shift).toBeCloseTo(box, 3);
        }
      }),
      { numRuns: 300 },
    );
  });
});
