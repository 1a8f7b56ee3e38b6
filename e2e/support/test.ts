import { type BrowserContext, test as base } from '@playwright/test';
import { ACME_CONFIG } from '../integration/acme.ts';
import { type StandIns, startStandIns } from '../integration/stand-ins.ts';
import { appEnvironment } from './app-environment.ts';
import { startBrowserApp } from './browser-app.ts';
import { startDesktopApp } from './desktop-app.ts';
import { NO_CHROMIUM, findChromium } from './find-chromium.ts';
import { type Home, makeHome } from './home.ts';
import type { HostName, RunningApp } from './running-app.ts';

export interface HostOption {
  /** Which host this run is about. */
  hostName: HostName;
}

interface Fixtures {
  /** Leaves the test out, by name and with the reason, where no browser can be had. */
  needsChromium: void;
  /** The person's own browser, where approval pages open. */
  person: BrowserContext;
  world: StandIns;
  home: Home;
  /** Starts the app; again after closing it, on the same home. */
  start: (more?: Readonly<Record<string, string>>) => Promise<RunningApp>;
}

/** A test with its own home folder, its own AWS, and the app in the host of this run. */
export const test = base.extend<Fixtures & HostOption>({
  hostName: ['browser', { option: true }],
  needsChromium: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use, testInfo) => {
      testInfo.skip(findChromium() === undefined, NO_CHROMIUM);
      await use();
    },
    { auto: true },
  ],
  person: async ({ context }, use) => use(context),
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
  world: async ({}, use) => {
    const world = await startStandIns(Date.now, { intervalSeconds: 1 });
    await use(world);
    await world.close();
  },
  // eslint-disable-next-line no-empty-pattern
  home: async ({}, use) => {
    const home = await makeHome(ACME_CONFIG);
    await use(home);
    await home.remove();
  },
  start: async ({ hostName, person, world, home }, use) => {
    const running: RunningApp[] = [];
    await use(async (more = {}) => {
      const env = appEnvironment(home, { ...world.env, ...more });
      const app = await (hostName === 'desktop' ? startDesktopApp : startBrowserApp)(person, env);
      running.push(app);
      return app;
    });
    for (const app of running) await app.close();
  },
});

export { expect } from '@playwright/test';
