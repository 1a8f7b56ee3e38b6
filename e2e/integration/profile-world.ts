import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import type { Prompt, PromptAnswer } from '../../shared/prompt.ts';
import { type Home, makeHome } from '../support/home.ts';
import { ACME_CONFIG } from './acme.ts';
import { signIn } from './signed-in-app.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';
import { type TestApp, startTestApp } from './test-app.ts';

export const PRODUCTION = '111122223333';
export const DEVELOPMENT = '444455556666';
export const AUDIT = '777788889999';

/** Long-lived keys of a person in the development account. */
export const KEYS = { accessKeyId: 'AKIAPROFILEKINDS0001', secretAccessKey: 'canary-static-secret/0001' };
export const STATIC_KEYS = `aws_access_key_id = ${KEYS.accessKeyId}\naws_secret_access_key = ${KEYS.secretAccessKey}\n`;
export const AUDITOR = `arn:aws:iam::${AUDIT}:role/Auditor`;

/** The app on a config with profiles of every kind, and an AWS with a bucket in each of three accounts. */
export interface ProfileWorld {
  readonly clock: FakeClock;
  readonly aws: StandIns;
  readonly home: Home;
  readonly app: TestApp;
  /** Adds to the Acme config, and waits until the app has read it. */
  configure(profiles: string): Promise<void>;
  signIn(): Promise<void>;
  /** Names of the buckets that a profile sees. */
  buckets(profile: string): Promise<string[]>;
  /** The next prompt that isn't among those seen before. */
  prompt(): Promise<Prompt>;
  answer(prompt: Prompt, answer: PromptAnswer): Promise<void>;
  /** Starts the app anew on the same home. */
  restart(): Promise<void>;
  portalCalls(): number;
  close(): Promise<void>;
}

export async function startProfileWorld(
  profiles: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ProfileWorld> {
  const clock = new FakeClock(Date.now());
  const aws = await startStandIns(() => clock.now());
  aws.center.ledger.add({ ...KEYS, accountId: DEVELOPMENT });
  for (const [name, accountId] of Object.entries({
    'production-logs': PRODUCTION,
    'dev-scratch': DEVELOPMENT,
    'audit-trail': AUDIT,
  })) {
    aws.s3.store.createBucket({ name, accountId, region: 'eu-west-1' });
  }
  const home = await makeHome(`${ACME_CONFIG}\n${profiles}`);
  const env = { PATH: process.env['PATH'] ?? '', ...aws.env, ...more };
  const start = () => startTestApp({ home, env, clock });
  let app = await start();
  const seen = new Set<string>();
  let turn = 0;

  return {
    clock,
    aws,
    home,
    get app() {
      return app;
    },
    async configure(text) {
      const mark = `turn-${(turn += 1)}`;
      await home.writeConfig(`${ACME_CONFIG}\n${text}\n[profile ${mark}]\nregion = x\n`);
      await app.until('overview', ({ otherProfiles }) => otherProfiles.some(({ name }) => name === mark));
    },
    signIn: () => signIn(app, aws.center, clock),
    async buckets(profile) {
      const page = await app.ask('buckets.page', { target: { kind: 'profile', profile } });
      return page.buckets.map(({ name }) => name);
    },
    async prompt() {
      const prompts = await app.until('prompts', (open) => open.some(({ promptId }) => !seen.has(promptId)));
      const next = prompts.find(({ promptId }) => !seen.has(promptId));
      if (next === undefined) throw new Error('no prompt');
      seen.add(next.promptId);
      return next;
    },
    async answer({ promptId }, answer) {
      await app.ask('prompt.answer', { promptId, answer });
    },
    async restart() {
      await app.close();
      app = await start();
    },
    portalCalls: () => aws.center.calls.filter(({ operation }) => operation === 'GetRoleCredentials').length,
    async close() {
      await app.close();
      await aws.close();
      await home.remove();
    },
  };
}

/** What a call was refused with. */
export async function refusal(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (thrown) {
    return (thrown as { error?: unknown }).error ?? thrown;
  }
}
