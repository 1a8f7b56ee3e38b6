import { type Locator, type Page } from '@playwright/test';
import { decide } from './acts.ts';
import type { RunningApp } from './running-app.ts';
import { expect } from './test.ts';

/** A profile or session in the sidebar. */
export function sidebarItem(page: Page, name: string): Locator {
  return page.getByRole('treeitem', { name: new RegExp(`^${name}(\\s|$)`) });
}

/** Opens the menu of a profile or session of the sidebar, and chooses from it, entry after entry. */
export async function openMenu(page: Page, name: string, ...entries: readonly string[]): Promise<void> {
  await page
    .getByRole('button', { name: `Actions for ${name}`, exact: true })
    .last()
    .click();
  for (const [depth, entry] of entries.entries()) {
    // The entries of a menu are radio buttons where one of them is chosen.
    const role = depth === 0 ? 'menuitem' : 'menuitemradio';
    await page.getByRole(role, { name: entry }).click();
  }
}

/** Signs in to a session from its row in the sidebar. */
export async function signInTo(app: RunningApp, session: string): Promise<void> {
  const { page } = app;
  const opened = app.openedPage();
  await page.getByRole('button', { name: `Sign in to ${session}` }).click();
  await decide(await opened, 'Allow access');
  await expect(page.getByRole('button', { name: `Sign out of ${session}` })).toBeVisible();
}

/** From a dialog’s form to its diff. */
export async function seeChanges(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See the changes' }).click();
  await expect(page.getByRole('heading', { name: 'Changes to the config files' })).toBeFocused();
}
