import { type BrowserContext, _electron } from '@playwright/test';
import { join } from 'node:path';
import { electronRuntime } from '../stand-ins/electron-runtime/index.ts';
import { commandLinesBelow } from './command-lines.ts';
import type { RunningApp } from './running-app.ts';

const PROJECT = join(import.meta.dirname, '..', '..');

/** Starts the built desktop app in Electron, or in its stand-in where there is none. */
export async function startDesktopApp(
  context: BrowserContext,
  env: Record<string, string>,
): Promise<RunningApp> {
  const runtime = electronRuntime();
  const root = process.getuid?.() === 0 && runtime.kind === 'electron' ? ['--no-sandbox'] : [];
  const electron = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [...root, PROJECT],
    cwd: PROJECT,
    env,
  });
  let output = '';
  const child = electron.process();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  // The person's browser is ours: what the app hands to the system is opened in the test's own.
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedPages: opened });
    shell.openExternal = async (url: string) => void opened.push(url);
  });
  const page = await electron.firstWindow();
  return {
    page,
    electron,
    output: () => output,
    commandLines: () => commandLinesBelow(child.pid),
    async openedPage() {
      const url = await electron.evaluate(async () => {
        const { openedPages } = globalThis as unknown as { openedPages: string[] };
        for (;;) {
          const next = openedPages.shift();
          if (next !== undefined) return next;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      });
      const opened = await context.newPage();
      await opened.goto(url);
      return opened;
    },
    close: () => electron.close(),
  };
}
