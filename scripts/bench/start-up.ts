import { _electron } from '@playwright/test';
import { join } from 'node:path';
import { appEnvironment } from '../../e2e/support/app-environment.ts';
import { ACME_CONFIG } from '../../e2e/integration/acme.ts';
import { makeHome } from '../../e2e/support/home.ts';
import { electronRuntime } from '../../e2e/stand-ins/electron-runtime/index.ts';
import { ensureBuilt } from '../support/build.ts';
import { PROJECT } from '../support/project.ts';
import { ratio, spread } from './statistics.ts';

const ROUNDS = 9;

/**
 * From the start of the process to the first contentful paint, beside an app that shows one line of text in
 * a window, in turn on the same runtime. What differs is ours: loading the bundle, reading config and
 * keychain, rendering.
 */
export async function benchStartUp(): Promise<void> {
  ensureBuilt();
  const runtime = electronRuntime();
  const empty: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const pair = [
      await startToPaint(runtime.executablePath, join(import.meta.dirname, 'empty-window')),
      await startToPaint(runtime.executablePath, PROJECT),
    ] as const;
    if (round === 0) continue; // warms the disk cache
    empty.push(pair[0]);
    ours.push(pair[1]);
  }
  console.log('\nFrom process start to first contentful paint');
  console.log(`  empty window    ${spread(empty)}`);
  console.log(`  Bucket Porter   ${spread(ours)}   ${ratio(empty, ours)} of the empty window`);
  console.log(`  runtime         ${runtime.kind}: ${runtime.reason}`);
  if (runtime.kind === 'stand-in') {
    console.log(
      '  The stand-in is Node and Chromium side by side: the difference is ours, the sum is not Electron’s.',
    );
  }
}

async function startToPaint(executablePath: string, appPath: string): Promise<number> {
  const home = await makeHome(ACME_CONFIG);
  const startedAt = Date.now();
  const app = await _electron.launch({
    executablePath,
    args: [appPath],
    cwd: PROJECT,
    env: appEnvironment(home),
  });
  try {
    const page = await app.firstWindow();
    const paintedAt = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list, observer) => {
            const [paint] = list.getEntriesByName('first-contentful-paint');
            if (paint === undefined) return;
            observer.disconnect();
            resolve(performance.timeOrigin + paint.startTime);
          }).observe({ type: 'paint', buffered: true });
        }),
    );
    return paintedAt - startedAt;
  } finally {
    await app.close();
    await home.remove();
  }
}
