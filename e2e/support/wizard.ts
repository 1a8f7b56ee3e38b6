import type { Locator, Page } from '@playwright/test';
import { decide } from './acts.ts';
import type { RunningApp } from './running-app.ts';
import { expect } from './test.ts';

/** The fields of the step whose turn it is; the titles stand in the order of the wizard. */
export type StepTitle =
  | 'Start URL'
  | 'Region'
  | 'Session name'
  | 'Sign in'
  | 'Accounts and roles'
  | 'Profiles'
  | 'Review and write';

export function step(page: Page, title: StepTitle): Locator {
  return page.getByRole('main').getByRole('region', { name: title, exact: true });
}

/** Goes on from a step. */
export async function goOn(page: Page, title: StepTitle): Promise<void> {
  await step(page, title).getByRole('button', { name: 'Continue' }).click();
}

export function startUrlField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Start URL of the AWS access portal' });
}

/** From the sidebar to the wizard's first step. */
export async function openWizard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(startUrlField(page)).toBeFocused();
}

/** From the sign-in step to the list of accounts and roles. */
export async function signInWithin(app: RunningApp): Promise<void> {
  const opened = app.openedPage();
  await step(app.page, 'Sign in').getByRole('button', { name: 'Sign in', exact: true }).click();
  await decide(await opened, 'Allow access');
  await expect(step(app.page, 'Accounts and roles')).toBeVisible();
}

/** From the first step to the list of accounts and roles, with what the wizard proposes. */
export async function connectTo(app: RunningApp, startUrl: string): Promise<void> {
  const { page } = app;
  await startUrlField(page).fill(startUrl);
  await goOn(page, 'Start URL');
  await expect(step(page, 'Session name')).toBeVisible();
  await goOn(page, 'Session name');
  await signInWithin(app);
}

/** Ticks a role in the list of accounts and roles. */
export async function pickRole(page: Page, role: string, account: string): Promise<void> {
  const box = page.getByRole('checkbox', { name: `Pick ${role} in ${account}` });
  await box.click();
  await expect(box).toBeChecked();
}

/** The lines that a file would get or lose, as the diff shows those in view: `+ line`, `− line`. */
export function diffLines(page: Page, path: string): Promise<string[]> {
  return page
    .getByRole('group', { name: `Changes to ${path}` })
    .evaluate((group) =>
      [...group.querySelectorAll<HTMLElement>('[data-kind=added], [data-kind=removed]')].map(
        (line) => `${line.dataset['kind'] === 'added' ? '+' : '−'} ${line.lastElementChild?.textContent}`,
      ),
    );
}

/** Waits for the diff of a file, and for what it says in the lines in view. */
export async function expectDiff(page: Page, path: string, lines: readonly string[]): Promise<void> {
  await expect.poll(() => diffLines(page, path).catch(() => [])).toEqual(lines);
}
