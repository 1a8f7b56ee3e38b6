import { type Browser, chromium } from '@playwright/test';
import { startIdentityCenter } from '../../../e2e/stand-ins/identity-center/index.ts';
import { ACME_URL, acmeOrganisation } from '../../../e2e/integration/acme.ts';
import { chooseProfile, signIn } from '../../../e2e/support/acts.ts';
import { appEnvironment } from '../../../e2e/support/app-environment.ts';
import { startBrowserApp } from '../../../e2e/support/browser-app.ts';
import { chromiumArguments, findChromium } from '../../../e2e/support/find-chromium.ts';
import { makeHome } from '../../../e2e/support/home.ts';
import { type SyntheticS3, startSyntheticS3 } from '../listing/start-synthetic-s3.ts';
import { GridPage } from './grid-page.ts';

const CONFIG = `[sso-session acme]
sso_start_url = ${ACME_URL}
sso_region = eu-west-1

[profile bench]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = ReadOnly
region = eu-west-1
`;

export interface GridWorld {
  readonly server: SyntheticS3;
  readonly grid: GridPage;
  /** What the page's scripts hold after everything that can go has gone, in bytes. */
  readonly heapBytes: () => Promise<number>;
  close(): Promise<void>;
}

/** The built app in a real Chromium, signed in, its list of buckets shown; S3 is the server of lists. */
export async function startGridWorld(prepare: (server: SyntheticS3) => Promise<void>): Promise<GridWorld> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const server = await startSyntheticS3();
    undo.push(() => server.close());
    await prepare(server);
    const center = await startIdentityCenter({ organisation: acmeOrganisation(), intervalSeconds: 1 });
    undo.push(() => center.close());
    const home = await makeHome(CONFIG);
    undo.push(() => home.remove());
    const browser = await launch();
    undo.push(() => browser.close());
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const env = appEnvironment(home, { ...center.environment, AWS_ENDPOINT_URL_S3: server.url });
    const app = await startBrowserApp(context, env);
    undo.push(() => app.close());
    await chooseProfile(app.page, 'bench');
    await signIn(app);
    const cdp = await context.newCDPSession(app.page);
    await cdp.send('Performance.enable');
    return {
      server,
      grid: new GridPage(app.page),
      async heapBytes() {
        await cdp.send('HeapProfiler.collectGarbage');
        const { metrics } = await cdp.send('Performance.getMetrics');
        return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
      },
      close,
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

function launch(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    args: chromiumArguments(),
    ...(executablePath === undefined ? {} : { executablePath }),
  });
}
