import type { BrowserContext, Locator, Page } from '@playwright/test';
import { bucketRow } from './acts.ts';
import type { RunningApp } from './running-app.ts';
import { expect } from './test.ts';

/** The account that the profile `prod-ro` of the tests leads to. */
export const PROD = '111122223333';

/** The table of folders and objects, or of what a search found. */
export function objectGrid(page: Page): Locator {
  return page.getByRole('grid', { name: /^(Objects|Found) in / });
}

/** The cell of a name in that table; the name as it is shown. */
export function nameCell(page: Page, name: string): Locator {
  // By its label itself: as a name, white space in it would be evened out.
  return objectGrid(page).locator(`[role=gridcell][aria-label=${JSON.stringify(name)}]`);
}

export function objectRow(page: Page, name: string): Locator {
  return nameCell(page, name).locator('..');
}

/** The names of the rows that are drawn, in the order that they have in the table. */
export function shownNames(page: Page): Promise<string[]> {
  return objectGrid(page).evaluate((grid) =>
    [...grid.querySelectorAll<HTMLElement>('[role=row][data-index]')]
      .toSorted((one, other) => Number(one.dataset['index']) - Number(other.dataset['index']))
      .map((row) => row.querySelector('[role=gridcell]')?.getAttribute('aria-label') ?? ''),
  );
}

export async function expectNames(page: Page, names: readonly string[]): Promise<void> {
  await expect.poll(() => shownNames(page).catch(() => [])).toEqual(names);
}

/** The names of the selected rows that are drawn. */
export function selectedNames(page: Page): Promise<(string | null)[]> {
  return objectGrid(page)
    .locator('[role=row][aria-selected=true] > [role=gridcell]:first-child')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')));
}

/** Opens a bucket from the list of buckets. */
export async function openBucket(page: Page, bucket: string): Promise<void> {
  await bucketRow(page, bucket).dblclick();
  await expect(page.getByRole('navigation', { name: 'Path' })).toContainText(bucket);
}

/** The location as text, ready to be typed over. */
export async function editLocation(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Edit location' }).click();
  const field = page.getByRole('combobox', { name: /^Location:/ });
  await expect(field).toBeFocused();
  return field;
}

/** Goes to an address as it is typed or pasted into the location bar. */
export async function goTo(page: Page, address: string): Promise<void> {
  const field = await editLocation(page);
  await field.fill(address);
  await field.press('Enter');
}

/** Chooses from the menu of a row. */
export async function rowAct(page: Page, name: string, act: string | RegExp): Promise<void> {
  await nameCell(page, name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: act }).click();
}

/** Chooses from the menu of the folder that is shown. */
export async function folderAct(page: Page, act: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await page.getByRole('menuitem', { name: act }).click();
}

/** The details beside the table. */
export function detailsPane(page: Page): Locator {
  return page.getByRole('group', { name: 'Details', exact: true });
}

/** Reads the clipboard: the system's on the desktop, the browser's own elsewhere. */
export async function clipboardOf(app: RunningApp, person: BrowserContext): Promise<() => Promise<string>> {
  const { electron, page } = app;
  if (electron !== undefined) return () => electron.evaluate(({ clipboard }) => clipboard.readText());
  await person.grantPermissions(['clipboard-read', 'clipboard-write']);
  return () => page.evaluate(() => navigator.clipboard.readText());
}

/**
 * Writes down from now on whether the page ever says one of these things, however shortly.
 * @returns what it said of them
 */
export async function everSaid(page: Page, ...texts: readonly string[]): Promise<() => Promise<string[]>> {
  await page.evaluate((watched) => {
    const said = new Set<string>();
    Object.assign(window, { said });
    const look = () => {
      const text = document.body.innerText;
      for (const each of watched) if (text.includes(each)) said.add(each);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    look();
  }, texts);
  return () => page.evaluate(() => [...(window as unknown as { said: Set<string> }).said]);
}
