import type { ClientRun } from '../listing-client.ts';
import type { EntryTarget } from '../node-clients.ts';
import { peakMemory } from '../run-process.ts';

/** What this process is to list. */
export function entryTarget(): EntryTarget {
  return JSON.parse(process.env['BENCH_TARGET'] ?? '') as EntryTarget;
}

/** The most memory that this process has held until now, in bytes. */
export function peakUntilNow(): number {
  return peakMemory('self') ?? process.resourceUsage().maxRSS * 1024;
}

/** Processor time of this process since `before` (of `process.cpuUsage()`), in milliseconds. */
export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function report(run: ClientRun): void {
  process.stdout.write(JSON.stringify(run));
}
