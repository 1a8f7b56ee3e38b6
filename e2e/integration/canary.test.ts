import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { ACME_CONFIG, ACME_SESSION } from './acme.ts';
import { signIn } from './signed-in-app.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';
import { type Home, makeHome } from '../support/home.ts';
import { type TestApp, startTestApp } from './test-app.ts';

const sessionId = ACME_SESSION;
const target = { kind: 'profile', profile: 'prod-ro' } as const;
let clock: FakeClock;
let world: StandIns;
let home: Home;
let app: TestApp;

beforeEach(async () => {
  clock = new FakeClock(Date.now());
  world = await startStandIns(() => clock.now());
  home = await makeHome(
    `${ACME_CONFIG}\n[profile keys]\naws_access_key_id = AKIACANARYCANARY0001\naws_secret_access_key = canary-config-secret\n\n[profile untidy]\n  region = eu-west-1\n  aws_secret_access_key = canary-config-secret\n\n[profile broken\naws_secret_access_key : canary-config-secret\n[profile more]\ncanary-config-secret\n`,
  );
  app = await startTestApp({ home, env: world.env, clock });
});
afterEach(async () => {
  await app.close();
  await world.close();
  await home.remove();
});

/** Every file below a folder, as the bytes that anybody who can read it would see. */
async function plainFiles(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile())
    .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}

it('keeps every secret out of the page, the log and plain files, whatever goes wrong', async () => {
  await signIn(app, world.center, clock);
  await app.ask('buckets.page', { target });
  await app.ask('portal.accounts', { sessionId });
  await app.ask('portal.roles', { sessionId, accountId: '111122223333' });
  await app.ask('bucket.open', { target, bucket: 'no-such-bucket' }).catch(() => undefined);
  world.s3.failNext({ operation: 'ListBuckets', how: { code: 'InvalidAccessKeyId', status: 403 } });
  await app.ask('buckets.page', { target }).catch(() => undefined);
  world.s3.failNext({ operation: 'ListBuckets', how: { code: 'ExpiredToken', status: 400 } });
  await app.ask('buckets.page', { target });
  for (const how of ['garbage', 'reset', { status: 400 }, { status: 403 }] as const) {
    world.center.failNext({ operation: 'ListAccounts', how });
    const answer = app.ask('portal.accounts', { sessionId }).catch(() => undefined);
    if (how === 'garbage' || how === 'reset') await clock.skip();
    await answer;
  }
  const duringSession = await plainFiles(home.dataFolder);
  await app.ask('sign-out', { sessionId });
  await app.until('activity', ([latest]) => latest?.action === 'sign-out' && latest.outcome === 'ok');

  const secrets = [...world.center.secrets(), 'canary-config-secret'];
  expect(secrets.length).toBeGreaterThan(6);
  const seen = { page: JSON.stringify(app.sent), log: app.log.join('\n'), files: duringSession };
  for (const secret of secrets) {
    for (const [where, text] of Object.entries(seen)) {
      expect(text.includes(secret), `a secret in: ${where}`).toBe(false);
      expect(text.includes(encodeURIComponent(secret)), `an encoded secret in: ${where}`).toBe(false);
      expect(text.includes(Buffer.from(secret).toString('base64')), `in base64 in: ${where}`).toBe(false);
    }
  }
  // The test would be blind if nothing had been sent at all.
  expect(seen.page).toContain('prod-ro');
  expect(seen.files.length).toBeGreaterThan(100);
});
