import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageBridge } from '../../shared/wire.ts';
import { chooseProfile, expectBuckets, signIn } from '../support/acts.ts';
import { expect, test } from '../support/test.ts';

async function plainFiles(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = ({ parentPath, name }: { parentPath: string; name: string }) =>
    readFile(join(parentPath, name), 'latin1').catch(() => '');
  return (await Promise.all(files.map(read))).join('\n');
}

test('no secret is in the page, its messages, the terminal, an argument list or a plain file', async ({
  start,
  world,
  home,
}) => {
  const mine = { accountId: '111122223333', region: 'eu-west-1' };
  world.s3.store.createBucket({ ...mine, name: 'invoices-2026' });
  const app = await start();
  const { page } = app;
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
    socket.on('framesent', ({ payload }) => frames.push(String(payload)));
  });
  // On the desktop there is no socket to watch: the page listens with us.
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener('DOMContentLoaded', () => {
      const { bucketPorter } = window as unknown as { bucketPorter?: PageBridge };
      bucketPorter?.listen((message) => heard.push(JSON.stringify(message)));
    });
  });
  await page.reload(); // so that the connection is seen from its beginning
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await expectBuckets(page, 'invoices-2026');
  world.center.failNext({ operation: 'GetRoleCredentials', how: { status: 403 } });
  await chooseProfile(page, 'dev');
  await expect(page.getByRole('alert')).toBeVisible();

  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  );
  const seen = {
    page: await page.content(),
    'page storage': kept,
    messages: [
      ...frames,
      ...(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)),
    ].join('\n'),
    terminal: app.output(),
    'argument lists': await app.commandLines(),
    'plain files': await plainFiles(home.folder),
  };
  const secrets = world.center.secrets();
  expect(secrets.length).toBeGreaterThan(4);
  for (const [where, text] of Object.entries(seen)) {
    const found = secrets.filter((secret) => text.includes(secret)).length;
    expect(found, `secrets in: ${where}`).toBe(0);
  }
  // Blind eyes would see nothing, too.
  expect(seen.page).toContain('prod-ro');
  expect(seen.messages).toContain('invoices-2026');
  expect(seen['plain files']).toContain('sso_start_url');
});
