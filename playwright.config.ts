import { defineConfig } from '@playwright/test';
import type { HostOption } from './e2e/support/test.ts';
import { chromiumArguments, findChromium } from './e2e/support/find-chromium.ts';

const executablePath = findChromium();

/** The same specs on both hosts. Each test has its own home folder, stand-ins and app. */
export default defineConfig<HostOption>({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumArguments(), ...(executablePath === undefined ? {} : { executablePath }) },
  },
  projects: [
    { name: 'browser', testMatch: 'specs/**/*.spec.ts', use: { hostName: 'browser' } },
    {
      name: 'desktop',
      testMatch: '{specs,desktop}/**/*.spec.ts',
      // The same page, drawn by the same engine: what axe says of it in the browser host holds here, too.
      grepInvert: /axe finds nothing/,
      use: { hostName: 'desktop' },
    },
  ],
});
