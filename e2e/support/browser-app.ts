import type { BrowserContext } from '@playwright/test';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { commandLinesBelow } from './command-lines.ts';
import type { RunningApp } from './running-app.ts';

const CLI = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js');

/** Starts `serve` as a program of its own and opens the one-time address it prints. */
export async function startBrowserApp(
  context: BrowserContext,
  env: Record<string, string>,
): Promise<RunningApp> {
  const child = spawn(process.execPath, [CLI, 'serve', '--no-open'], { env });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(output);
      if (found !== null) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`serve ended (${code}): ${output}`)));
  });
  const page = await context.newPage();
  await page.goto(url);
  // The one-time address leads on to the app's own; a reload before that would find it used up.
  await page.waitForURL(/\/[\w-]{43}\/$/);
  return {
    page,
    output: () => output,
    commandLines: () => commandLinesBelow(child.pid),
    openedPage: () => context.waitForEvent('page'),
    async close() {
      child.kill('SIGTERM');
      await ended;
      await page.close();
    },
  };
}
