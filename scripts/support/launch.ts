import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { findElectron } from './electron-runtime.ts';
import { PROJECT } from './project.ts';

/**
 * Starts the built app: in Electron where that can be had, else in the browser host, saying which and why.
 * A headless command (`serve`) never needs Electron.
 */
export function launchApp(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const [first] = args;
  if (first !== undefined && !first.startsWith('-')) return startNode(args, env);
  const electron = findElectron({ mayDownload: true });
  if (electron.executable !== undefined) {
    console.log('Opening the desktop app (Electron).');
    // Electron refuses its sandbox to root; that only happens in containers.
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return spawn(electron.executable, [...root, PROJECT, ...args], { env, stdio: 'inherit' });
  }
  console.log(`Opening the app in the browser, because ${electron.why}.`);
  return startNode(['serve', ...args], env);
}

function startNode(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [join(PROJECT, 'out', 'main', 'cli.js'), ...args], {
    env,
    stdio: 'inherit',
  });
}

/** Resolves with the exit code when the app ends; passes interrupts on to it. */
export function untilExit(child: ChildProcess): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
