import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { ConfigDocument } from '../../electron/core/aws-config/document/config-document.ts';
import { ConfigEditor } from '../../electron/core/aws-config/editing/config-editor.ts';
import { systemClock } from '../../electron/core/support/system-clock.ts';
import type { ConfigChange } from '../../shared/config-change.ts';
import { type Home, makeHome } from '../support/home.ts';
import { bundleWriter, WriterProcess } from './config-writer-process.ts';

const KILLS = 200;
/** Started ahead, since starting takes much longer than a change. */
const AHEAD = 3;
/** A change takes a few milliseconds: within this time, every moment of one may be the last. */
const LONGEST_LIFE_MS = 20;
/** Half a minute on a quiet machine; others may be at work here. */
const PATIENCE = { timeout: 300_000 };

const CONFIG =
  '# mine\r\n[default]\r\nregion = eu-west-1 ; at home\r\n\r\n[profile base]\r\noutput = json\r\n';
const CREDENTIALS = '[base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = kept\n';

let folder: string;
let program: string;
let home: Home;
let credentials: string;
const processes: WriterProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-porter-writer-'));
  program = await bundleWriter(folder);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  home = await makeHome(CONFIG);
  credentials = join(dirname(home.config), 'credentials');
  await writeFile(credentials, CREDENTIALS);
});
afterEach(async () => {
  await Promise.all(processes.splice(0).map((process) => process.kill()));
  await home.remove();
});

function startWriter(what: string, name: string): WriterProcess {
  const place = { program, home: folder, config: home.config, credentials, dataFolder: home.dataFolder };
  const writer = new WriterProcess(place, what, name);
  processes.push(writer);
  return writer;
}

function openEditor(): Promise<ConfigEditor> {
  return ConfigEditor.open({
    paths: { config: home.config, credentials },
    dataFolder: home.dataFolder,
    clock: systemClock,
    onWritten: () => Promise.resolve(),
    onRenamed: () => Promise.resolve(),
  });
}

const addProfile = (name: string): ConfigChange => ({
  kind: 'add-profiles',
  through: { kind: 'legacy', startUrl: 'https://acme.awsapps.com/start', region: 'eu-west-1' },
  profiles: [{ name, accountId: '111122223333', roleName: 'Admin' }],
});

async function change(editor: ConfigEditor, change: ConfigChange): Promise<void> {
  const { planId } = await editor.plan(change);
  await editor.apply(planId);
}

/** A section as {@link addProfile} writes it into a file with CR LF, and more keys behind. */
function section(name: string, more: readonly string[] = []): string {
  const keys = ['sso_start_url = https://acme.awsapps.com/start', 'sso_region = eu-west-1'];
  const role = ['sso_account_id = 111122223333', 'sso_role_name = Admin'];
  return [`[profile ${name}]`, ...keys, ...role, ...more].map((line) => `${line}\r\n`).join('');
}

const numbered = (count: number) => Array.from({ length: count }, (_, number) => number);

it(
  `a writer killed ${KILLS} times leaves the old file or the new one, and another’s edits`,
  PATIENCE,
  async () => {
    const steady = await openEditor();
    let steadyText = '';
    const configs = ['', section('killed'), section('killed', ['region = eu-west-1'])];
    const keys = '[killed]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n';
    const seen = new Set<string>();
    const ahead = numbered(AHEAD).map(() => startWriter('go-round', 'killed'));
    for (const kill of numbered(KILLS)) {
      const writer = ahead.shift() ?? startWriter('go-round', 'killed');
      if (kill + AHEAD < KILLS) ahead.push(startWriter('go-round', 'killed'));
      await writer.begin();
      const life = delay(Math.random() * LONGEST_LIFE_MS);
      const mine = change(steady, addProfile(`steady-${kill}`));
      await life;
      await writer.kill();
      // A lock that it died with holds nobody up.
      await mine;
      steadyText += section(`steady-${kill}`);

      const config = await readFile(home.config, 'utf8');
      const state = configs.findLastIndex((text) => config.replace(text, '') === CONFIG + steadyText);
      expect(state, `after kill ${kill}: ${config}`).not.toBe(-1);
      const credential = await readFile(credentials, 'utf8');
      expect([CREDENTIALS, CREDENTIALS + keys]).toContain(credential);
      seen.add(`${state} ${credential === CREDENTIALS}`);
      expect(ConfigDocument.read(Buffer.from(config)).problems).toEqual([]);
    }
    // It died in different moments (on a busy machine mostly before it began), or this would show nothing.
    expect(seen.size).toBeGreaterThanOrEqual(2);
    await change(steady, {
      kind: 'edit-profile',
      name: 'base',
      set: { region: 'x', aws_session_token: 'y' },
    });
    expect((await readdir(dirname(home.config))).toSorted()).toEqual(['config', 'credentials']);
  },
);

it('two programs with the editor that write at once lose none of their edits', PATIENCE, async () => {
  const each = 40;
  const names = ['one', 'two'];
  const writers = names.map((name) => startWriter(String(each), name));
  await Promise.all(writers.map((writer) => writer.begin()));
  await Promise.all(writers.map((writer) => writer.done()));
  const { sections, problems } = ConfigDocument.read(await readFile(home.config));
  expect(problems).toEqual([]);
  const added = names.flatMap((name) => numbered(each).map((number) => `profile ${name}-${number}`));
  const headers = sections.map(({ header }) => header);
  expect(headers.toSorted()).toEqual(['default', 'profile base', ...added].toSorted());
  expect(await readdir(dirname(home.config))).toHaveLength(2);
});

it('what a program without our lock writes between plan and writing is kept, and ours as well', async () => {
  const editor = await openEditor();
  for (const round of numbered(60)) {
    const { planId } = await editor.plan(addProfile(`mine-${round}`));
    const text = await readFile(home.config, 'utf8');
    await writeFile(`${home.config}.new`, `${text}[profile theirs-${round}]\r\nregion = x\r\n`);
    await rename(`${home.config}.new`, home.config);
    await editor.apply(planId);
  }
  const { sections } = ConfigDocument.read(await readFile(home.config));
  const added = numbered(60).flatMap((round) => [`profile theirs-${round}`, `profile mine-${round}`]);
  expect(sections.map(({ header }) => header)).toEqual(['default', 'profile base', ...added]);
});
