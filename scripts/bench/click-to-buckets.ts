import { chromium } from '@playwright/test';
import { startStandIns } from '../../e2e/integration/stand-ins.ts';
import { chooseProfile, expectBuckets, signIn } from '../../e2e/support/acts.ts';
import { appEnvironment } from '../../e2e/support/app-environment.ts';
import { startBrowserApp } from '../../e2e/support/browser-app.ts';
import { chromiumArguments, findChromium } from '../../e2e/support/find-chromium.ts';
import { makeHome } from '../../e2e/support/home.ts';
import { ACME_URL } from '../../e2e/integration/acme.ts';
import { ensureBuilt } from '../support/build.ts';
import { PEER_KEYS, installedPeers, timePeer } from './peers.ts';
import { ratio, spread } from './statistics.ts';

const ROUNDS = 15;
const ACCOUNT = '111122223333';
const BUCKETS = 40;

/**
 * From the click on a signed-in profile to the first bucket row in the page, and the requests it took. Each
 * round uses a role that was never used before, so nothing comes out of a cache. Beside it, what the
 * peers need for the same list with keys at hand (no portal call), in turn on the same server.
 */
export async function benchClickToBuckets(): Promise<void> {
  ensureBuilt();
  const world = await startStandIns(Date.now, { intervalSeconds: 1 });
  const [acme] = world.center.organisations;
  if (acme === undefined) throw new Error('no organisation');
  const roles = Array.from({ length: ROUNDS + 2 }, (_, index) => `Role${String(index).padStart(2, '0')}`);
  acme.accounts = [{ accountId: ACCOUNT, accountName: 'acme-production', roles }];
  world.center.ledger.add({ ...PEER_KEYS, accountId: ACCOUNT });
  for (let index = 0; index < BUCKETS; index += 1) {
    world.s3.store.createBucket({ name: `bench-${index}`, region: 'eu-west-1', accountId: ACCOUNT });
  }
  const session = `[sso-session acme]\nsso_start_url = ${ACME_URL}\nsso_region = eu-west-1\n`;
  const profiles = roles.map(
    (role) =>
      `[profile ${role.toLowerCase()}]\nsso_session = acme\nsso_account_id = ${ACCOUNT}\nsso_role_name = ${role}\nregion = eu-west-1\n`,
  );
  const home = await makeHome([session, ...profiles].join('\n'));
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments(),
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const context = await browser.newContext();
  const app = await startBrowserApp(context, appEnvironment(home, world.env));
  try {
    await chooseProfile(app.page, 'role00');
    await signIn(app);
    await expectBuckets(app.page, 'bench-0');

    const peers = installedPeers().map((peer) => ({ peer, times: [] as number[] }));
    const ours: number[] = [];
    const calls: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const before = world.center.calls.length + world.s3.calls.length;
      ours.push(await clickToFirstRow(app.page, `role${String(round).padStart(2, '0')}`));
      await expectBuckets(app.page, 'bench-0');
      calls.push(world.center.calls.length + world.s3.calls.length - before);
      for (const { peer, times } of peers) times.push(await timePeer(peer, world.s3.url));
    }
    console.log('\nFrom the click on a signed-in profile to the first bucket row');
    console.log(`  Bucket Porter   ${spread(ours)}`);
    console.log(`  network calls   ${[...new Set(calls)].join(' or ')} (least possible: 2)`);
    for (const { peer, times } of peers) {
      console.log(
        `  ${peer.name.padEnd(15)} ${spread(times)}   ${ratio(ours, times)} of ours, whole process, keys at hand`,
      );
    }
  } finally {
    await app.close();
    await browser.close();
    await world.close();
    await home.remove();
  }
}

/** Measured by the page's own clock: from the event of the click to the frame in which a row stands. */
async function clickToFirstRow(
  page: Awaited<ReturnType<typeof startBrowserApp>>['page'],
  profile: string,
): Promise<number> {
  const measured = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener(
          'pointerdown',
          (event) => {
            const rows = () => document.querySelectorAll('[role=grid] [role=row][aria-rowindex]').length;
            // The rows of the profile shown before have to go first.
            let gone = false;
            const look = () => {
              const there =
                document.querySelector(
                  '[role=grid] [role=row] [role=gridcell], [role=grid] [role=rowheader]',
                ) !== null;
              if (!there) gone = true;
              if (gone && there && rows() > 0) resolve(performance.now() - event.timeStamp);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          },
          { once: true, capture: true },
        );
      }),
  );
  await chooseProfile(page, profile);
  return measured;
}
