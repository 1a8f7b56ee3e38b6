import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';
import type { RunningApp } from './running-app.ts';

/** Chooses a profile in the sidebar. */
export async function chooseProfile(page: Page, name: string): Promise<void> {
  await page.getByRole('treeitem', { name: new RegExp(`^${name}\\b`) }).click();
}

/** Decides on the approval page that the app opened. */
export async function decide(approval: Page, decision: 'Allow access' | 'Deny access'): Promise<void> {
  await approval.getByRole('button', { name: decision }).click();
  await approval.waitForURL(/\/device\/done/);
  await approval.close();
}

/** From a chosen, signed-out profile to signed in, as a person does it. */
export async function signIn(app: RunningApp): Promise<void> {
  const opened = app.openedPage();
  await app.page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await decide(await opened, 'Allow access');
}

export function bucketRow(page: Page, name: string) {
  return page.getByRole('grid').getByRole('row').filter({ hasText: name });
}

export async function expectBuckets(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await expect(bucketRow(page, name)).toBeVisible();
}

/** Says in a dialog that destroys something that production is meant. */
export async function confirmProduction(dialog: Locator, profile = 'prod-ro'): Promise<void> {
  await dialog.getByRole('textbox', { name: `To confirm, type ${profile}`, exact: true }).fill(profile);
}
