import { crc32, deflateSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { samplePdf } from '../../renderer/dev/sample-pdf.ts';
import { bucketRow, chooseProfile, confirmProduction, expectBuckets, signIn } from '../support/acts.ts';
import { detailsPane, folderAct, nameCell, openBucket, PROD } from '../support/objects.ts';
import { expect, test } from '../support/test.ts';

// Long ways through the app, on machines that have other things to do.
test.slow();

/** A PNG of one colour. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8); // eight bits of grey
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height, 0x80))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const INTRUDER = 'window.top.intruder = true; window.intruder = true';
const HTML = `<!doctype html><script>${INTRUDER}</script><img src=x onerror="${INTRUDER}"><h1>Harmless</h1>`;
const SVG =
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="${INTRUDER}">` +
  `<script>${INTRUDER}</script><rect width="40" height="20"/></svg>`;

async function look(page: Page, name: string) {
  await nameCell(page, name).click();
  await expect(detailsPane(page)).toContainText(`s3://inside/${name}`);
  return page.getByRole('region', { name: 'Preview' });
}

test('details of objects and buckets, previews of every kind, and nothing in an object ever runs', async ({
  start,
  world,
  browser,
  hostName,
}) => {
  const { store } = world.s3;
  const bucket = store.createBucket({ name: 'inside', region: 'eu-west-1', accountId: PROD });
  bucket.policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
  store.configure(
    'inside',
    'cors',
    '<CORSConfiguration><CORSRule><AllowedOrigin>https://acme.example</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
  );
  store.put('inside', 'table.csv', 'city,people\nTokyo,14000000\n"Paris, FR",2100000\n', {
    contentType: 'text/csv',
    metadata: { origin: 'census' },
    tags: { team: 'data', secret: 'no' },
    storageClass: 'STANDARD_IA',
    headers: { 'cache-control': 'max-age=60', 'x-amz-server-side-encryption': 'AES256' },
  });
  store.put('inside', 'data.json', '{"name":"acme","list":[1,2]}', { contentType: 'application/json' });
  store.put('inside', 'app.log.gz', gzipSync('first line\nsecond line of the log\n'));
  store.put('inside', 'picture.png', png(12, 7));
  store.put('inside', 'paper.pdf', Buffer.from(await samplePdf().arrayBuffer()));
  store.put(
    'inside',
    'core.bin',
    Uint8Array.from({ length: 512 }, (_, index) => index % 256),
  );
  store.put('inside', 'notes.txt', 'Grüße aus dem Eimer\n');
  store.put('inside', 'page.html', HTML, { contentType: 'text/html' });
  store.put('inside', 'drawing.svg', SVG, { contentType: 'image/svg+xml' });
  store.put('inside', 'empty', '');
  world.s3.deny({ action: 's3:GetObjectAcl', bucket: 'inside' });
  world.s3.deny({ action: 's3:GetBucketTagging', bucket: 'inside' });
  const denyTags = world.s3.deny({ action: 's3:GetObjectTagging', bucket: 'inside' });

  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await expectBuckets(page, 'inside');
  await bucketRow(page, 'inside').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Details' }).click();
  const details = detailsPane(page);
  await expect(details).toContainText('eu-west-1');
  await expect(details).toContainText('https://acme.example');
  await expect(details).toContainText('Never enabled');
  await expect(details).toContainText('No permission: s3:GetBucketTagging');
  await openBucket(page, 'inside');

  let preview = await look(page, 'table.csv');
  await expect(details).toContainText('No permission: s3:GetObjectTagging');
  await expect(details).toContainText('census');
  await expect(details).toContainText('STANDARD_IA');
  await expect(details).toContainText('SSE-S3 (AES-256)');
  await expect(details).toContainText('max-age=60');
  await expect(preview.getByRole('cell')).toHaveText(['Tokyo', '14000000', 'Paris, FR', '2100000']);
  denyTags();
  await page.getByRole('main').getByRole('button', { name: 'Refresh' }).last().click();
  await expect(details).not.toContainText('s3:GetObjectTagging');
  await expect(details).toContainText('team');

  preview = await look(page, 'data.json');
  await expect(preview.getByText('"name": "acme",')).toBeVisible();
  await preview.getByRole('radio', { name: 'Raw' }).click({ force: true });
  await expect(preview.getByText('{"name":"acme","list":[1,2]}')).toBeVisible();
  preview = await look(page, 'app.log.gz');
  await expect(preview.getByText('second line of the log')).toBeVisible();
  await expect(preview).toContainText('unpacked from gzip');
  preview = await look(page, 'picture.png');
  await expect(preview).toContainText('12 × 7 px');
  preview = await look(page, 'paper.pdf');
  await expect(preview).toContainText('Page 1 of 2');
  await expect(preview).toContainText('Invoice 4711');
  await preview.getByRole('button', { name: 'Next page' }).click();
  await expect(preview).toContainText('Second page');
  preview = await look(page, 'core.bin');
  await expect(preview).toContainText('Bytes 0 to 511 of 512');
  await expect(preview).toContainText('00 01 02 03');
  preview = await look(page, 'notes.txt');
  await expect(preview.getByText('Grüße aus dem Eimer')).toBeVisible();
  preview = await look(page, 'empty');
  await expect(preview).toContainText('The object has 0 bytes.');

  preview = await look(page, 'page.html');
  await expect(preview.getByText('<h1>Harmless</h1>')).toBeVisible();
  preview = await look(page, 'drawing.svg');
  await expect(preview).toContainText('40 × 20 px');
  const ran = () => page.evaluate(() => 'intruder' in window);
  expect(await ran()).toBe(false);
  const source = await preview.getByRole('img').evaluate((image: HTMLImageElement) => image.src);
  const status = (url: string) => page.evaluate(async (from) => (await fetch(from)).status, url);
  expect(await status(source)).toBe(200);
  expect(await status(source.replace(/preview\/\w+/, `preview/${'0'.repeat(32)}`))).toBe(404);
  if (hostName === 'browser') {
    // As a page of its own, where a picture's scripts would run.
    const alone = await page.context().newPage();
    await alone.goto(source);
    expect(await alone.evaluate(() => 'intruder' in window)).toBe(false);
    await alone.close();
    // Whoever learns the address has nothing without the page's own access.
    const stranger = await browser.newContext();
    const answer = await stranger.request.get(source);
    expect([401, 403, 404]).toContain(answer.status());
    expect(await answer.text()).not.toContain('<svg');
    await stranger.close();
  }
  await page.getByRole('button', { name: 'Close details' }).click();
  await expect.poll(() => status(source)).toBe(404);
  expect(await ran()).toBe(false);
});

test('the size of a folder by class, and incomplete uploads listed and aborted', async ({ start, world }) => {
  const { store } = world.s3;
  const bucket = store.createBucket({ name: 'heavy', region: 'eu-west-1', accountId: PROD });
  for (let index = 0; index < 2500; index += 1) {
    const storageClass = index % 5 === 0 ? 'GLACIER' : 'STANDARD';
    store.put('heavy', `data/${index}`, { size: 2 ** 20, storageClass });
  }
  store.put('heavy', 'beside', { size: 7 });
  const begun = Date.now() - 3 * 86_400_000 - 60_000;
  for (const name of ['one.iso', 'two.iso', 'three.iso'])
    store.startUpload('heavy', `data/${name}`, { initiated: begun, partSizes: [5 * 2 ** 20, 3 * 2 ** 20] });
  const app = await start();
  const { page } = app;
  await chooseProfile(page, 'prod-ro');
  await signIn(app);
  await openBucket(page, 'heavy');
  await nameCell(page, 'data/').dblclick();
  await expect(page.getByText(/^2,500 objects · /)).toBeVisible();

  await folderAct(page, 'Calculate total size');
  const dialog = page.getByRole('dialog', { name: 'Size of data/' });
  await expect(dialog).toContainText('Everything is counted');
  const rows = dialog.getByRole('row');
  const bytes = (row: string, text: string) => rows.filter({ hasText: row }).getByTitle(`${text} bytes`);
  await expect(rows.filter({ hasText: 'STANDARD' })).toContainText('2,000');
  await expect(bytes('STANDARD', '2,097,152,000')).toBeVisible();
  await expect(bytes('GLACIER', '524,288,000')).toBeVisible();
  await expect(rows.filter({ hasText: 'Total' })).toContainText('2,500');
  await expect(bytes('Total', '2,621,440,000')).toBeVisible();
  await expect(dialog).toContainText('There are 3 incomplete uploads here, too.');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();

  await folderAct(page, 'Incomplete uploads');
  const uploads = page.getByRole('region', { name: 'Incomplete uploads' });
  await expect(uploads.getByRole('row').filter({ hasText: 'one.iso' })).toContainText('3 days ago');
  await expect(uploads).toContainText(/3 incomplete uploads · [\d.]+ MB in all/);
  await uploads.getByRole('button', { name: 'Abort the upload of data/one.iso' }).click();
  const confirm = page.getByRole('alertdialog', { name: 'Abort 1 incomplete upload?' });
  await expect(confirm).toContainText('data/one.iso');
  await confirmProduction(confirm);
  await confirm.getByRole('button', { name: 'Abort 1 incomplete upload' }).click();
  await expect(uploads).toContainText('2 incomplete uploads');
  expect([...bucket.uploads.values()].map(({ key }) => key).toSorted()).toEqual([
    'data/three.iso',
    'data/two.iso',
  ]);
  await uploads.getByRole('checkbox', { name: 'Select all' }).check({ force: true });
  await uploads.getByRole('button', { name: 'Abort…', exact: true }).first().click();
  await confirmProduction(page.getByRole('alertdialog'));
  await page.getByRole('alertdialog').getByRole('button', { name: 'Abort 2 incomplete uploads' }).click();
  await expect(uploads).toContainText('No incomplete uploads');
  expect(bucket.uploads.size).toBe(0);
  await uploads.getByRole('button', { name: 'Close incomplete uploads' }).click();

  await page.getByRole('button', { name: 'Activity', exact: true }).click();
  const activity = page.getByRole('list', { name: 'Activity' });
  for (const [what, command] of [
    ['Signed in', 'aws sso login'],
    ['Listed buckets', 'aws s3 ls'],
    ['Objects listed', 'aws s3 ls s3://heavy/data/'],
    ['Folder measured', 'aws s3 ls s3://heavy/data/ --recursive --summarize'],
    ['Incomplete uploads listed', 'aws s3api list-multipart-uploads --bucket heavy --prefix data/'],
    ['Upload aborted', 'aws s3api abort-multipart-upload --bucket heavy --key data/one.iso'],
  ] as const) {
    const entry = activity.getByRole('listitem').filter({ hasText: what }).filter({ hasText: command });
    await expect(entry.first()).toBeAttached();
  }
  await expect(activity.getByText('--profile prod-ro').first()).toBeAttached();
});
