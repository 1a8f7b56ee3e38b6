import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection } from './cdp.ts';
import { chromiumSwitches } from './chromium-switches.ts';

export interface LaunchOptions {
  readonly executable: string;
  readonly switches: ReadonlyMap<string, string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Called with Chromium's own `DevTools listening on …` line. */
  readonly onDevTools: (line: string) => void;
  /** Called once Chromium has ended, for whatever reason, with the last that it said. */
  readonly onEnd: (lastWords: string) => void;
}

export interface Chromium {
  readonly connection: CdpConnection;
  /** Ends it at once, without waiting. */
  kill(): void;
}

/** Lines of Chromium's own output that are told when it ends. */
const LAST_WORDS = 20;

/** Starts Chromium in a fresh profile. A second small process sees to it that nothing of it stays behind. */
export function launchChromium(options: LaunchOptions): Chromium {
  const { executable, switches, env } = options;
  const profileFolder = mkdtempSync(join(tmpdir(), 'electron-stand-in-'));
  const args = chromiumSwitches({
    profileFolder,
    extra: switches,
    hasDisplay: Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']) || process.platform !== 'linux',
    isRoot: process.getuid?.() === 0,
  });
  // A process group of its own, so that all of it can be ended together.
  const child = spawn(executable, args, {
    detached: true,
    // What it keeps outside of its profile goes with the profile.
    env: { ...env, NODE_OPTIONS: undefined, TMPDIR: profileFolder },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.on('error', (error) => options.onEnd(error.message));
  child.on('close', () => options.onEnd(said.join('\n')));
  if (child.pid !== undefined) startReaper(child.pid, profileFolder);
  const lines = createInterface({ input: child.stderr as Readable });
  lines.on('line', (line) => {
    if (line.startsWith('DevTools listening on ')) options.onDevTools(line);
    said.push(line);
    if (said.length > LAST_WORDS) said.shift();
  });
  const [, , , input, output] = child.stdio;
  return {
    connection: new CdpConnection(input as Writable, output as Readable),
    kill: () => killGroup(child),
  };
}

/** In a session of its own, or it would be ended together with what it watches. */
function startReaper(group: number, folder: string): void {
  const script = join(import.meta.dirname, 'reaper.sh');
  const reaper = spawn('/bin/sh', [script, String(group), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  reaper.unref();
  (reaper.stdin as unknown as { unref(): void }).unref();
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
