import { type ElectronApplication, _electron, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { findChromium, NO_CHROMIUM } from '../chromium/find-chromium.ts';

/** The reason why these tests can't run here; undefined where they can. */
export const SKIP_REASON = findChromium(process.env) === undefined ? NO_CHROMIUM : undefined;

/** Starting two browsers on a busy machine takes a while. Milliseconds. */
export const PATIENCE = 120_000;

/** Waits until an assertion holds. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 30_000 });
}

export const EXECUTABLE = join(import.meta.dirname, '..', 'electron');
const FIXTURE = join(import.meta.dirname, 'fixture');

export interface FixtureApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly home: string;
  /** What the app has noted, as [name, value]. */
  events(): Promise<[string, string][]>;
  /** Runs a script in the main process; `electron` is its module. Answers the error's text where it throws. */
  inMain(script: string): Promise<unknown>;
  close(): Promise<void>;
}

/** What a fixture process sees: nothing of this machine's own settings. */
export function fixtureEnvironment(home: string): Record<string, string> {
  const { PATH = '', BUCKET_PORTER_CHROMIUM } = process.env;
  const chromium = BUCKET_PORTER_CHROMIUM === undefined ? {} : { BUCKET_PORTER_CHROMIUM };
  return { PATH, HOME: home, LANG: 'ja_JP.UTF-8', ...chromium };
}

export async function startFixture(env: Record<string, string> = {}): Promise<FixtureApp> {
  const home = mkdtempSync(join(tmpdir(), 'stand-in-test-'));
  const electron = await _electron.launch({
    executablePath: EXECUTABLE,
    args: [FIXTURE],
    env: { ...fixtureEnvironment(home), ...env },
    timeout: PATIENCE,
  });
  const page = await electron.firstWindow();
  await page.waitForLoadState();
  return {
    electron,
    page,
    home,
    events: () =>
      electron.evaluate(
        () => (globalThis as unknown as { fixture: { events: [string, string][] } }).fixture.events,
      ),
    inMain: (script) =>
      electron.evaluate((module, text) => {
        try {
          // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- a test's own text
          const run = new Function('electron', `return (${text});`) as (electron: unknown) => unknown;
          return run(module);
        } catch (error) {
          return String(error);
        }
      }, script),
    async close() {
      await electron.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export const FIXTURE_ARGS = [FIXTURE];
