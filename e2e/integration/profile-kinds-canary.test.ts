import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import {
  AUDITOR,
  DEVELOPMENT,
  KEYS,
  type ProfileWorld,
  STATIC_KEYS,
  refusal,
  startProfileWorld,
} from './profile-world.ts';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.Y2FuYXJ5V2ViSWRlbnRpdHlUb2tlbg.Q2FuYXJ5U2lnbmF0dXJl';
let world: ProfileWorld;
afterEach(() => world.close());

async function plainFiles(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (
    await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))
  ).join();
}

it('keeps the secrets of every kind of profile out of the page, the log and plain files', async () => {
  world = await startProfileWorld('');
  const { aws, home, app } = world;
  aws.sts.roles.push({ arn: AUDITOR, needsMfa: true, webIdentityTokens: [TOKEN] });
  aws.sts.mfaCodes.set('phone', ['123456']);
  const held = aws.center.ledger.issue({
    accountId: DEVELOPMENT,
    roleName: 'Vault',
    lifetimeMs: 3_600_000,
    now: Date.now(),
  });
  const answer = { Version: 1, AccessKeyId: held.accessKeyId, SecretAccessKey: held.secretAccessKey };
  await writeFile(
    join(home.folder, 'answer.json'),
    JSON.stringify({ ...answer, SessionToken: held.sessionToken }),
  );
  await writeFile(join(home.folder, 'token'), TOKEN);
  const node = `"${process.execPath}" -e`;
  await world.configure(`
[profile keys]
${STATIC_KEYS}
[profile mfa]
role_arn = ${AUDITOR}
source_profile = keys
mfa_serial = phone

[profile pod]
role_arn = ${AUDITOR}
web_identity_token_file = ${join(home.folder, 'token')}

[profile vault]
credential_process = ${node} "process.stdout.write(require('fs').readFileSync('${join(home.folder, 'answer.json')}'))"

[profile loud]
credential_process = ${node} "console.error(require('fs').readFileSync('${join(home.folder, 'answer.json')}', 'utf8')); process.exit(1)"

[profile garbled]
credential_process = ${node} "process.stdout.write('x' + require('fs').readFileSync('${join(home.folder, 'answer.json')}'))"
`);
  for (const profile of ['keys', 'pod']) {
    expect(await world.buckets(profile)).toHaveLength(1);
    for (const code of ['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'ExpiredToken']) {
      aws.s3.failNext({ operation: 'ListBuckets', how: { code, status: 403 } });
      await refusal(world.buckets(profile));
    }
  }
  for (const profile of ['vault', 'loud', 'garbled']) {
    const asked = refusal(world.buckets(profile));
    await world.answer(await world.prompt(), { kind: 'allow' });
    await asked;
  }
  for (const how of [
    {
      status: 403,
      code: 'SignatureDoesNotMatch',
      message: `The canonical request was ${KEYS.secretAccessKey}`,
    },
    { status: 400, code: 'ValidationError', message: `Value '${held.sessionToken}' at 'x' failed` },
    'garbage',
  ] as const) {
    aws.sts.failNext(how);
    const asked = refusal(world.buckets('mfa'));
    await world.answer(await world.prompt(), { kind: 'code', code: '000000' });
    await asked;
  }
  const asked = world.buckets('mfa');
  await world.answer(await world.prompt(), { kind: 'code', code: '123456' });
  expect(await asked).toEqual(['audit-trail']);

  const secrets = [...aws.center.secrets(), KEYS.secretAccessKey, TOKEN];
  expect(secrets.length).toBeGreaterThan(6);
  const seen = {
    page: JSON.stringify(app.sent),
    log: app.log.join('\n'),
    files: await plainFiles(home.dataFolder),
  };
  for (const secret of secrets) {
    for (const [where, text] of Object.entries(seen)) {
      expect(text.includes(secret), `a secret in: ${where}`).toBe(false);
      expect(text.includes(secret.slice(8, 28)), `a piece of a secret in: ${where}`).toBe(false);
      expect(text.includes(Buffer.from(secret).toString('base64')), `in base64 in: ${where}`).toBe(false);
    }
  }
  // The test would be blind if nothing had been said at all.
  expect(seen.page).toContain('profile.process-failed');
  expect(seen.page).toContain('exit code 1');
  expect(seen.files).toContain('approved');
});
