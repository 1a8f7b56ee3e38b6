import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { AppFailure, failure } from '../../app-failure.ts';
import type { Clock } from '../../ports.ts';
import { maskedWords } from './masked-words.ts';

/** A process that asks the person something waits for them; after this it won't answer any more. */
const LIMIT_MS = 60_000;
/** Credentials are a kilobyte or two. */
const MOST_BYTES = 64 * 1024;

export interface ProcessToRun {
  /** For errors. */
  readonly profile: string;
  readonly command: string;
}

/**
 * Runs a `credential_process` in the system's shell, as the AWS SDK for JavaScript does, and gives what it printed. It
 * and everything it started are killed after a minute, or when the signal is aborted.
 * @throws {AppFailure} `profile.process-failed`; its error output only as the technical part, cut and masked
 */
export async function runProcess(
  { profile, command }: ProcessToRun,
  env: Readonly<Record<string, string | undefined>>,
  clock: Clock,
  signal: AbortSignal,
): Promise<string> {
  signal.throwIfAborted();
  const isWindows = process.platform === 'win32';
  const child = spawn(command, {
    shell: true,
    env,
    // A group of its own, so that what the shell started can be ended with it.
    detached: !isWindows,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new AbortController();
  const limit = clock.sleep(LIMIT_MS, AbortSignal.any([signal, ended.signal])).then(() => {
    throw failure('profile.process-failed', { profile, reason: 'timeout' });
  });
  try {
    return await Promise.race([output(child, profile), limit]);
  } catch (thrown) {
    kill(child);
    signal.throwIfAborted();
    if (thrown instanceof AppFailure) throw thrown;
    const { code } = thrown as NodeJS.ErrnoException;
    throw failure('profile.process-failed', { profile, reason: 'not-started' }, code, thrown);
  } finally {
    ended.abort();
  }
}

function output(child: ChildProcess, profile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
        said[name] += chunk;
        if (said[name].length <= MOST_BYTES) return;
        if (name === 'stderr') said.stderr = said.stderr.slice(0, MOST_BYTES);
        else reject(failure('profile.process-failed', { profile, reason: 'garbled' }));
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(said.stdout);
      const technical = maskedWords(
        `${code === null ? String(signal) : `exit code ${code}`} · ${said.stderr}`,
      );
      return reject(failure('profile.process-failed', { profile, reason: 'failed' }, technical));
    });
  });
}

function kill(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    execFile('taskkill', ['/pid', String(pid), '/t', '/f'], () => undefined);
    return;
  }
  try {
    // The group: the shell itself may have ended before what it started.
    process.kill(-pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // the group ended in the same moment
  }
}
