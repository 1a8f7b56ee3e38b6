import type { Page } from '@playwright/test';

/** The gaps between frames, in milliseconds. */
export type Frames = readonly number[];

declare global {
  interface Window {
    benchFrames?: { readonly gaps: number[]; stop: boolean };
  }
}

const LONG_MS = 33;

/** Records every frame of the page while `act` goes on. */
export async function recordFrames(page: Page, act: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate(() => {
    const record = { gaps: [] as number[], stop: false };
    window.benchFrames = record;
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      record.gaps.push(now - last);
      last = now;
      if (!record.stop) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await act();
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const record = window.benchFrames;
        if (record === undefined) return resolve([]);
        // The last gap has to end, too.
        requestAnimationFrame(() => {
          record.stop = true;
          requestAnimationFrame(() => resolve(record.gaps));
        });
      }),
  );
}

export interface FrameSummary {
  readonly frames: number;
  /** Share of frames that took longer than 33 ms, from 0 to 1. */
  readonly long: number;
  readonly longestMs: number;
  /** The gap that 95 of 100 frames stay under. */
  readonly usualMs: number;
}

export function summarizeFrames(frames: Frames): FrameSummary {
  const sorted = frames.toSorted((a, b) => a - b);
  return {
    frames: frames.length,
    long: frames.filter((gap) => gap > LONG_MS).length / frames.length,
    longestMs: sorted.at(-1) ?? Number.NaN,
    usualMs: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
  };
}
