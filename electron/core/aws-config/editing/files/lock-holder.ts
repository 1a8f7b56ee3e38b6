import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** No change takes nearly this long; a lock older than that belongs to a process that hangs, or to another one by now. */
const LONGEST_HOLD_MS = 30_000;
/** Between making a lock file and writing into it lies less than a millisecond. */
const LONGEST_EMPTY_MS = 2_000;

/** Tokens of the locks that this process holds; any other lock under its own number was left by a predecessor. */
const held = new Set<string>();

/** Who holds a lock: what stands in its file. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly token: string;
}

export function newHolder(now: number): LockHolder {
  const holder = { pid: process.pid, host: hostname(), at: now, token: randomUUID() };
  held.add(holder.token);
  return holder;
}

export function forgetHolder(holder: LockHolder): void {
  held.delete(holder.token);
}

export function readHolder(text: string): LockHolder | undefined {
  try {
    const { pid, host, at, token } = JSON.parse(text) as Partial<Record<keyof LockHolder, unknown>>;
    if (typeof pid !== 'number' || typeof host !== 'string') return undefined;
    if (typeof at !== 'number' || typeof token !== 'string') return undefined;
    return { pid, host, at, token };
  } catch {
    return undefined;
  }
}

/**
 * Whether nobody holds a lock any more.
 * @param writtenAt when its file was last written, Unix milliseconds
 */
export function isStale(holder: LockHolder | undefined, writtenAt: number, now: number): boolean {
  if (holder === undefined) return Math.abs(now - writtenAt) > LONGEST_EMPTY_MS;
  if (Math.abs(now - holder.at) > LONGEST_HOLD_MS) return true;
  // Of another machine's processes (a home folder on the network) only the time is known.
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return !held.has(holder.token);
  return !isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // EPERM: it lives, and belongs to somebody else.
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
