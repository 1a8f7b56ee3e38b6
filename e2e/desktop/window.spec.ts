import { chooseProfile, signIn } from '../support/acts.ts';
import { expect, test } from '../support/test.ts';
import type { RunningApp } from '../support/running-app.ts';

/** What the stand-in tells of a tray. */
interface ShownTray {
  readonly toolTip: string;
  readonly menu: { readonly items: readonly { readonly label: string; click(): void }[] } | null;
}

function mainProcess({ electron }: RunningApp) {
  if (electron === undefined) throw new Error('not on the desktop');
  return electron;
}

test('the page has no way around its bridge', async ({ start }) => {
  const { page } = await start();
  await expect(page.getByRole('treeitem', { name: /^prod-ro/ })).toBeVisible();
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
    bridge: Object.keys((window as unknown as { bucketPorter: object }).bucketPorter).toSorted(),
    frozen: Object.isFrozen((window as unknown as { bucketPorter: object }).bucketPorter),
  }));
  expect(seen).toEqual({ node: [], bridge: ['listen', 'send'], frozen: true });
});

test('the content security policy forbids what is not ours', async ({ start }) => {
  const { page } = await start();
  await expect(page.getByRole('treeitem', { name: /^prod-ro/ })).toBeVisible();
  const outcome = await page.evaluate(async () => {
    const violated = new Promise<string>((resolve) =>
      document.addEventListener(
        'securitypolicyviolation',
        ({ effectiveDirective }) => resolve(effectiveDirective),
        { once: true },
      ),
    );
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.head.append(script);
    const fetched = await fetch('https://example.com/').then(
      () => 'let through',
      () => 'refused',
    );
    return { violated: await violated, intruder: 'intruder' in window, fetched };
  });
  expect(outcome).toEqual({ violated: 'script-src-elem', intruder: false, fetched: 'refused' });
});

test('navigation and new windows are denied', async ({ start }) => {
  const app = await start();
  const { page } = app;
  await expect(page.getByRole('treeitem', { name: /^prod-ro/ })).toBeVisible();
  const before = page.url();
  const opened = await page.evaluate(() => window.open('https://example.com/') === null);
  expect(opened).toBe(true);
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await chooseProfile(page, 'prod-ro');
  await expect(page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  expect(page.url()).toBe(before);
  expect(await mainProcess(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
    1,
  );
});

test('the window comes back where it was', async ({ start }) => {
  const first = await start();
  const wanted = { x: 40, y: 60, width: 1000, height: 700 };
  await mainProcess(first).evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, wanted);
  const bounds = (app: RunningApp) =>
    mainProcess(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await expect.poll(() => bounds(first)).toEqual(wanted);
  await first.close();
  expect(await bounds(await start())).toEqual(wanted);
});

test('the tray counts who is signed in, and its menu signs out', async ({ start }) => {
  const app = await start();
  await chooseProfile(app.page, 'prod-ro');
  await signIn(app);
  await expect(app.page.getByText(/no buckets/i).first()).toBeVisible();
  const tray = () =>
    mainProcess(app).evaluate(() => {
      const [shown] = (globalThis as unknown as { __electronStandIn: { trays: { _shown: ShownTray }[] } })
        .__electronStandIn.trays;
      if (shown === undefined) return undefined;
      const { toolTip, menu } = shown._shown;
      return { toolTip, labels: menu?.items.map(({ label }) => label) };
    });
  await expect.poll(async () => (await tray())?.toolTip).toContain('1 session signed in');
  expect((await tray())?.labels).toContainEqual(
    expect.stringMatching(/^Sign Out of acme \(59m left\)|\(1h 00m left\)/),
  );
  await mainProcess(app).evaluate(() => {
    const [shown] = (globalThis as unknown as { __electronStandIn: { trays: { _shown: ShownTray }[] } })
      .__electronStandIn.trays;
    shown?._shown.menu?.items.find(({ label }) => label.startsWith('Sign Out of acme'))?.click();
  });
  await expect(
    app.page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }),
  ).toBeVisible();
  await expect.poll(async () => (await tray())?.toolTip).toContain('not signed in');
  // Signing out from the tray says as plainly what it can't revoke.
  await expect(app.page.getByText('Signed out of acme')).toBeVisible();
  await expect(app.page.getByText(/stay valid until/)).toBeVisible();
});
