import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  AUDIT,
  AUDITOR,
  DEVELOPMENT,
  type ProfileWorld,
  refusal,
  startProfileWorld,
} from './profile-world.ts';

/** Prints what a file holds, after noting that it ran; hangs, fails or complains where it is told to. */
const HELPER = `
import { appendFileSync, readFileSync } from 'node:fs';
appendFileSync(process.argv[2] + '.runs', 'ran\\n');
const said = readFileSync(process.argv[2], 'utf8');
if (said === 'hang') setInterval(() => {}, 1000);
else if (said.startsWith('fail ')) { console.error(said.slice(5)); process.exitCode = 2; }
else process.stdout.write(said);
`;
const CANARY = 'wJalrXUtnFEMI7K7MDENGbPxRfiCYEXAMPLEKEY1';

let world: ProfileWorld;
let answerFile: string;
beforeEach(async () => {
  world = await startProfileWorld('');
  answerFile = join(world.home.folder, 'answer');
  await writeFile(join(world.home.folder, 'helper.mjs'), HELPER);
});
afterEach(() => world.close());

const command = (more = '') =>
  `"${process.execPath}" "${join(world.home.folder, 'helper.mjs')}" "${answerFile}"${more}`;
const profile = (more = '') => `[profile vault]\ncredential_process = ${command(more)}\n`;
const prints = (text: string) => writeFile(answerFile, text);
const runs = async () =>
  (await readFile(`${answerFile}.runs`, 'utf8').catch(() => '')).split('\n').length - 1;

async function printsCredentials(accountId = DEVELOPMENT, lifetimeMs = 3_600_000): Promise<void> {
  const now = world.clock.now();
  const issued = world.aws.center.ledger.issue({ accountId, roleName: 'Vault', lifetimeMs, now });
  await prints(
    JSON.stringify({
      Version: 1,
      AccessKeyId: issued.accessKeyId,
      SecretAccessKey: issued.secretAccessKey,
      SessionToken: issued.sessionToken,
      Expiration: new Date(issued.expiresAt).toISOString(),
    }),
  );
}
async function allowed(): Promise<void> {
  const asked = world.buckets('vault');
  await world.answer(await world.prompt(), { kind: 'allow' });
  await asked;
}

describe('credential_process', () => {
  it('runs only once it was allowed, with the command shown, and is not asked for again', async () => {
    await world.configure(profile());
    await printsCredentials();
    const waiting = Promise.all(Array.from({ length: 20 }, () => world.buckets('vault')));
    const prompt = await world.prompt();
    expect(prompt).toMatchObject({ kind: 'run-process', profile: 'vault', command: command() });
    expect(await runs()).toBe(0);
    await world.answer(prompt, { kind: 'allow' });
    expect((await waiting).flat()).toEqual(Array.from({ length: 20 }, () => 'dev-scratch'));
    expect(await runs()).toBe(1);

    await world.restart();
    expect(await world.buckets('vault')).toEqual(['dev-scratch']);
    expect(await runs()).toBe(2);
    const kept = join(world.home.dataFolder, 'approved-processes.json');
    expect((await stat(kept)).mode & 0o777).toBe(0o600);
    expect(await readFile(kept, 'utf8')).not.toContain('helper');
  });

  it('asks again once the command has changed, or stands in another profile', async () => {
    await world.configure(profile());
    await printsCredentials();
    await allowed();
    await world.configure(`${profile(' --more')}[profile copy]\ncredential_process = ${command()}\n`);
    for (const [name, shown] of [
      ['vault', command(' --more')],
      ['copy', command()],
    ] as const) {
      const asked = refusal(world.buckets(name));
      const prompt = await world.prompt();
      expect(prompt).toMatchObject({ profile: name, command: shown });
      await world.answer(prompt, { kind: 'refuse' });
      expect(await asked).toMatchObject({ code: 'profile.prompt-declined', params: { profile: name } });
    }
    expect(await runs()).toBe(1);
    // The command that was allowed still is.
    await world.configure(profile());
    expect(await world.buckets('vault')).toEqual(['dev-scratch']);
  });

  it('runs again when its credentials end, and is never asked where they don’t', async () => {
    await world.configure(profile());
    await printsCredentials();
    await allowed();
    world.clock.advance(50 * 60_000);
    await printsCredentials();
    await world.buckets('vault');
    expect(await runs()).toBe(2);
  });

  it('is the source of a role', async () => {
    world.aws.sts.roles.push({ arn: AUDITOR, trusts: ({ roleName }) => roleName === 'Vault' });
    await world.configure(`${profile()}[profile audit]\nrole_arn = ${AUDITOR}\nsource_profile = vault\n`);
    await printsCredentials();
    const asked = world.buckets('audit');
    await world.answer(await world.prompt(), { kind: 'allow' });
    expect(await asked).toEqual(['audit-trail']);
  });

  it('says how it failed, and nothing secret', async () => {
    await world.configure(profile());
    await printsCredentials(AUDIT);
    await allowed();
    const why = async () => {
      await world.configure(profile());
      world.clock.advance(61 * 60_000);
      return refusal(world.buckets('vault'));
    };
    const failed = (reason: string, technical: unknown) => ({
      code: 'profile.process-failed',
      params: { profile: 'vault', reason },
      technical,
    });
    await prints(`fail not signed in, token ${CANARY}`);
    expect(await why()).toEqual(failed('failed', 'exit code 2 · not signed in, token …'));
    await prints(`{"SecretAccessKey": "${CANARY}"`);
    expect(await why()).toEqual(failed('garbled', 'JSON'));
    await prints(`{"Version": 1, "AccessKeyId": 7, "SecretAccessKey": "${CANARY}"}`);
    expect(await why()).toEqual(failed('garbled', 'AccessKeyId'));
    await printsCredentials(AUDIT, -1);
    expect(await why()).toMatchObject(failed('expired', expect.any(String)));
    expect(JSON.stringify(world.app.sent) + world.app.log.join()).not.toContain(CANARY);
    await printsCredentials(AUDIT);
    expect(await world.buckets('vault')).toEqual(['audit-trail']);
  });

  it('is ended when it hangs', async () => {
    await world.configure(profile());
    await prints('hang');
    const asked = refusal(world.buckets('vault'));
    await world.answer(await world.prompt(), { kind: 'allow' });
    expect(await world.clock.skip()).toBe(60_000);
    expect(await asked).toMatchObject({ code: 'profile.process-failed', params: { reason: 'timeout' } });
  });
});
