import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { monotonicMs } from './server-messages.ts';

const LOOK_EVERY_MS = 100;

export interface ProcessRun {
  /** {@link monotonicMs} at its end. */
  readonly endedAt: number;
  /** The most memory it held, in bytes; absent where the system doesn't tell. */
  readonly peakBytes?: number;
  /** Processor time, its start included; absent where the system doesn't tell. */
  readonly cpuMs?: number;
}

/**
 * Runs a program to its end with its output in a file, so that reading it costs nobody anything meanwhile.
 * @throws Error with its words if it fails
 */
export async function runProcess(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  outputPath: string,
): Promise<ProcessRun> {
  const output = await open(outputPath, 'w');
  try {
    return await new Promise<ProcessRun>((resolve, reject) => {
      const child = spawn(command, args, { env, stdio: ['ignore', output.fd, 'pipe'] });
      let words = '';
      child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
      let seen: Pick<ProcessRun, 'peakBytes' | 'cpuMs'> = {};
      const look = () => {
        const peakBytes = peakMemory(child.pid);
        const cpuMs = processorTime(child.pid);
        if (peakBytes !== undefined && cpuMs !== undefined) seen = { peakBytes, cpuMs };
      };
      const timer = setInterval(look, LOOK_EVERY_MS);
      child.once('error', reject);
      child.once('exit', (code) => {
        clearInterval(timer);
        const endedAt = monotonicMs();
        if (code !== 0) reject(new Error(`${command}: exit ${code}: ${words.slice(0, 1000)}`));
        else resolve({ endedAt, ...seen });
      });
    });
  } finally {
    await output.close();
  }
}

/** The high-water mark of a process in bytes, its threads included; known on Linux only. */
export function peakMemory(pid: number | 'self' | undefined): number | undefined {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found?.[1] === undefined ? undefined : Number(found[1]) * 1024;
  } catch {
    return undefined; // it has ended, or there is no /proc
  }
}

/** Linux counts it in hundredths of a second. */
const TICK_MS = 10;

function processorTime(pid: number | undefined): number | undefined {
  try {
    // The name in brackets may hold anything; user and system time are the 12th and 13th number behind it.
    const [, , , , , , , , , , , user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    return user === undefined || system === undefined ? undefined : (user + system) * TICK_MS;
  } catch {
    return undefined;
  }
}
