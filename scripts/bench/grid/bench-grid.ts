import type { Page } from '@playwright/test';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../support/build.ts';
import { FLAT_PREFIX, shapedObjects } from '../listing/key-shapes.ts';
import { median } from '../statistics.ts';
import { type Frames, recordFrames, summarizeFrames } from './frames.ts';
import { type GridWorld, startGridWorld } from './grid-world.ts';
import { SCROLL_PHASES } from './scroll-phases.ts';

const LATENCY_MS = 50;
const GOALS = { longShare: 0.01, sortMs: 1000, heapBytes: 150e6, firstRowsMs: LATENCY_MS + 100 };
const SORTS = 5;
const RESTING_FRAMES = 200;

/**
 * A folder of a million keys in the page: how soon its first rows stand, how evenly it scrolls, how long a sort takes
 * and what the page holds in memory. The built app, its browser host, a real Chromium.
 */
export async function benchGrid(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { keys: { type: 'string', default: '1000000' } },
  });
  const keys = Number(values.keys);
  ensureBuilt();
  const world = await startGridWorld(async (server) => void (await server.open('flat', keys)));
  try {
    console.log(`\nA folder of ${keys.toLocaleString('en')} keys in the page (${cpus().length} processors)`);
    console.log(
      '  Chromium without a screen or a graphics card: it draws on the processors that all else runs on.',
    );
    await openFolder(world, keys);
    const atRest = await recordFrames(world.grid.page, () => restingFrames(world.grid.page));
    console.log(`  At rest, for comparison: ${frameText(atRest)}`);
    const all: number[] = [];
    for (const { name, run } of SCROLL_PHASES) {
      const frames = await recordFrames(world.grid.page, () => run(world.grid));
      all.push(...frames);
      console.log(`  ${name}: ${frameText(frames)}`);
    }
    const { long } = summarizeFrames(all);
    console.log(`  All scrolling: ${frameText(all)} ${verdict('under 1 % long', long < GOALS.longShare)}`);
    await sortBySize(world, keys);
    const heap = await world.heapBytes();
    console.log(`  Page's heap: ${megabytes(heap)} ${verdict('under 150 MB', heap < GOALS.heapBytes)}`);
  } finally {
    await world.close();
  }
}

/** A page that has nothing to do tells what the machine alone does to frames. */
async function restingFrames(page: Page): Promise<void> {
  for (let frame = 0; frame < RESTING_FRAMES; frame += 1) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

async function openFolder({ server, grid, heapBytes }: GridWorld, keys: number): Promise<void> {
  await grid.open(`flat-${keys}`);
  await grid.untilFirst(FLAT_PREFIX);
  console.log(`  Page's heap before: ${megabytes(await heapBytes())}`);
  await server.begin(LATENCY_MS);
  const started = performance.now();
  const first = await grid.untilFirstRow('dblclick', ['00000000.json'], () => grid.open(FLAT_PREFIX));
  console.log(
    `  First row on screen at +${LATENCY_MS} ms: ${first.toFixed(0)} ms ${verdict(`one round trip and 100 ms, ${GOALS.firstRowsMs} ms`, first <= GOALS.firstRowsMs)}`,
  );
  const arriving = await recordFrames(grid.page, () => grid.untilComplete(keys));
  const { requests } = await server.tally();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  All rows after ${seconds} s in ${requests} requests; meanwhile: ${frameText(arriving)}`);
}

async function sortBySize({ grid }: GridWorld, keys: number): Promise<void> {
  const expected = smallestAndLargest(keys);
  await grid.page.keyboard.press('Home');
  await grid.untilFirst('00000000.json');
  const times: number[] = [];
  const frames: number[] = [];
  let shown = '';
  for (let sort = 0; sort < SORTS; sort += 1) {
    // Either direction may come first; after that it is the other one.
    const wanted = expected.filter((name) => name !== shown);
    frames.push(
      ...(await recordFrames(grid.page, async () => {
        times.push(await grid.untilFirstRow('click', wanted, () => grid.header('Size').click()));
      })),
    );
    const first = await grid.firstRowText();
    shown = expected.find((name) => first.includes(name)) ?? '';
  }
  const { longestMs } = summarizeFrames(frames);
  console.log(
    `  Sort by size, click to sorted rows: ${median(times).toFixed(0)} ms (${times.map((ms) => ms.toFixed(0)).join(', ')}) ${verdict('under 1 s', median(times) < GOALS.sortMs)}`,
  );
  console.log(
    `  Meanwhile: ${frameText(frames)}; the page stood still for ${longestMs.toFixed(0)} ms at most`,
  );
}

/** The names of the objects that sorting by size has to bring to the top; the shape has one of each. */
function smallestAndLargest(keys: number): readonly string[] {
  let smallest = { size: Number.POSITIVE_INFINITY, key: '' };
  let largest = { size: -1, key: '' };
  for (const { size, key } of shapedObjects('flat', keys)) {
    if (size < smallest.size) smallest = { size, key };
    if (size > largest.size) largest = { size, key };
  }
  return [smallest, largest].map(({ key }) => key.slice(FLAT_PREFIX.length));
}

function frameText(frames: Frames): string {
  const { frames: count, long, longestMs, usualMs } = summarizeFrames(frames);
  return `${count} frames, ${(long * 100).toFixed(2)} % over 33 ms, longest ${longestMs.toFixed(0)} ms, 95 % within ${usualMs.toFixed(0)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function verdict(goal: string, isMet: boolean): string {
  return `(goal: ${goal}) ${isMet ? 'met' : 'NOT MET'}`;
}
