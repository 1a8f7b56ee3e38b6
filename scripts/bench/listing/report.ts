import { median } from '../statistics.ts';
import type { ClientRun, ListingClient } from './listing-client.ts';
import { OURS } from './node-clients.ts';
import type { Tally } from './server-messages.ts';

/** All runs of one client, in the order of the rounds. */
export interface Series {
  readonly client: ListingClient;
  readonly keys: number;
  readonly runs: ClientRun[];
  readonly tallies: Tally[];
}

const GOAL_KEYS = 1_000_000;
const GOAL_BYTES = 250 * 1_000_000;
const GOAL_FIRST_ROWS_MS = 100;

/** One line for each client. Ratios are of keys per second, round by round, against ours in the same round. */
export function printTable(title: string, series: readonly Series[]): void {
  const ours = series.find(({ client }) => client === OURS);
  console.log(`\n${title}`);
  console.log(
    line(['', 'keys', 'seconds', 'keys/s', 'ours is', 'cpu s', 'peak MB', 'requests', 'at once', 'server s']),
  );
  for (const one of series) {
    const { client, keys, runs, tallies } = one;
    const peaks = runs.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes / 1e6]));
    const cpu = runs.flatMap(({ cpuMs }) => (cpuMs === undefined ? [] : [cpuMs / 1000]));
    const seconds = runs.map(({ ms }) => ms / 1000);
    console.log(
      line([
        client.name,
        keys.toLocaleString('en'),
        spread(seconds, 2),
        Math.round(median(runs.map((run) => rate(run)))).toLocaleString('en'),
        ours === undefined || one === ours ? '' : ratios(ours, one),
        cpu.length === 0 ? '–' : median(cpu).toFixed(1),
        peaks.length === 0 ? '–' : median(peaks).toFixed(0),
        requests(tallies),
        String(median(tallies.map(({ atOnce }) => atOnce))),
        (median(tallies.map(({ cpuMs }) => cpuMs)) / 1000).toFixed(2),
      ]),
    );
  }
}

/** Our own memory and first rows against what is promised. */
export function printGoals(series: readonly Series[], latencyMs: number): void {
  const ours = series.find(({ client }) => client === OURS);
  if (ours === undefined) return;
  const peaks = ours.runs.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  const first = ours.runs.flatMap(({ firstRowsMs }) => (firstRowsMs === undefined ? [] : [firstRowsMs]));
  const limit = latencyMs + GOAL_FIRST_ROWS_MS;
  if (peaks.length > 0) {
    const most = Math.max(...peaks);
    const goal = `goal for ${GOAL_KEYS.toLocaleString('en')} rows: under ${GOAL_BYTES / 1e6} MB`;
    const verdict = ours.keys < GOAL_KEYS ? '' : met(most < GOAL_BYTES);
    console.log(`  Most memory: ${(most / 1e6).toFixed(0)} MB (${goal}) ${verdict}`.trimEnd());
  }
  if (first.length > 0) {
    console.log(
      `  First rows:  ${spread(first, 0)} ms (goal: within one round trip and 100 ms, ${limit} ms) ${met(median(first) <= limit)}`,
    );
  }
}

function met(isMet: boolean): string {
  return isMet ? 'met' : 'NOT MET';
}

function rate({ keys, ms }: ClientRun): number {
  return (keys / ms) * 1000;
}

function ratios(ours: Series, theirs: Series): string {
  const values = ours.runs.flatMap((run, round) => {
    const peer = theirs.runs[round];
    return peer === undefined ? [] : [rate(run) / rate(peer)];
  });
  return `×${spread(values, 1)}`;
}

/** `12.3 (11.9–14.0)`: the median, least and most. */
function spread(values: readonly number[], decimals: number): string {
  const text = (value: number) => value.toFixed(decimals);
  if (values.length === 1) return text(values[0] ?? Number.NaN);
  return `${text(median(values))} (${text(Math.min(...values))}–${text(Math.max(...values))})`;
}

/** How many requests a run took, and of which kind. */
function requests(tallies: readonly Tally[]): string {
  const total = median(tallies.map(({ requests }) => requests));
  const [first] = tallies;
  const kind = first === undefined || first.v2 > first.v1 ? 'V2' : 'V1';
  const share = first === undefined || first.delimited < first.requests / 2 ? '' : ', by folder';
  return `${total.toLocaleString('en')} ${kind}${share}`;
}

function line(cells: readonly string[]): string {
  const widths = [24, 11, 22, 10, 20, 8, 9, 20, 9, 10];
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
    .join('')
    .trimEnd();
}
