import { dirname, join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigEditor } from '../../electron/core/aws-config/editing/config-editor.ts';
import { systemClock } from '../../electron/core/support/system-clock.ts';
import type { ConfigChange, SsoSessionFields } from '../../shared/config-change.ts';
import { findCommand } from '../stand-ins/s3/conformance/find-command.ts';
import { outputOf, runCommand } from '../stand-ins/s3/conformance/run-command.ts';
import { type Home, makeHome } from '../support/home.ts';

const aws = await findCommand('aws', /aws-cli\/2/);
const python = await findCommand('python3');
const hasWriter =
  python !== undefined &&
  (
    await runCommand(python.path, ['-c', 'import awscli.customizations.configure.writer'], {
      cwd: '/',
      env: {},
    })
  ).status === 0;

/** The command takes half a second to start, and several where others are at work. */
const PATIENCE = { timeout: 180_000 };

let home: Home;
let credentials: string;
let editor: ConfigEditor;
beforeEach(async () => {
  home = await makeHome();
  credentials = join(dirname(home.config), 'credentials');
  editor = await ConfigEditor.open({
    paths: { config: home.config, credentials },
    dataFolder: home.dataFolder,
    clock: systemClock,
    onWritten: () => Promise.resolve(),
    onRenamed: () => Promise.resolve(),
  });
});
afterEach(() => home.remove());

async function change(change: ConfigChange): Promise<readonly string[]> {
  const { planId, commands } = await editor.plan(change);
  await editor.apply(planId);
  return commands;
}

const environment = () => ({
  HOME: home.folder,
  AWS_CONFIG_FILE: home.config,
  AWS_SHARED_CREDENTIALS_FILE: credentials,
  AWS_EC2_METADATA_DISABLED: 'true',
});

async function runAws(...args: string[]): Promise<string> {
  return outputOf(await runCommand(aws?.path ?? '', args, { cwd: home.folder, env: environment() })).trim();
}

const ACME: SsoSessionFields = {
  name: 'acme',
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-west-1',
  registrationScopes: ['sso:account:access'],
};
const addTwo: ConfigChange = {
  kind: 'add-profiles',
  through: { kind: 'new-session', session: ACME },
  profiles: [
    { name: 'dev', accountId: '111122223333', roleName: 'Admin', region: 'eu-west-1', output: 'json' },
    { name: 'two words', accountId: '444455556666', roleName: 'Read-Only' },
  ],
};

describe(
  aws === undefined ? 'with the aws command (skipped: no aws here)' : 'with the aws command',
  PATIENCE,
  () => {
    it.skipIf(aws === undefined)('it shows the profiles that were added', async () => {
      await change(addTwo);
      const args = ['configure', 'list', '--profile', 'dev'];
      const shown = await runCommand(aws?.path ?? '', args, { cwd: home.folder, env: environment() });
      expect(shown.stdout).toMatch(/profile\s.*\bdev\b/);
      // Nobody is signed in; what it misses is the token of the very session that was written.
      expect(shown.stderr).toContain('Token for acme does not exist');
      expect(await runAws('configure', 'get', 'region', '--profile', 'dev')).toBe('eu-west-1');
      expect(await runAws('configure', 'get', 'sso_account_id', '--profile', 'dev')).toBe('111122223333');
      expect(await runAws('configure', 'get', 'sso_role_name', '--profile', 'two words')).toBe('Read-Only');
      expect(await runAws('configure', 'get', 'sso_session', '--profile', 'two words')).toBe('acme');
      expect((await runAws('configure', 'list-profiles')).split('\n')).toEqual(['dev', 'two words']);
    });

    it.skipIf(aws === undefined)(
      'a file that it edits between two edits of ours keeps them all',
      async () => {
        await change(addTwo);
        await runAws('configure', 'set', 'output', 'table', '--profile', 'dev');
        const { planId } = await editor.plan({
          kind: 'edit-profile',
          name: 'dev',
          set: {
            region: 'us-east-1',
            's3.addressing_style': 'path',
            aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE',
          },
        });
        await runAws('configure', 'set', 'cli_pager', 'less', '--profile', 'two words');
        await runAws('configure', 'set', 'region', 'eu-north-1', '--profile', 'theirs');
        await editor.apply(planId);
        await runAws('configure', 'set', 'aws_secret_access_key', 'theirs', '--profile', 'dev');
        expect(await readFile(home.config, 'utf8')).toBe(`[profile dev]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = Admin
region = us-east-1
output = table
s3 =
    addressing_style = path
[profile 'two words']
sso_session = acme
sso_account_id = 444455556666
sso_role_name = Read-Only
cli_pager = less
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access
[profile theirs]
region = eu-north-1
`);
        expect(await readFile(credentials, 'utf8')).toBe(
          '[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = theirs\n',
        );
      },
    );

    it.skipIf(aws === undefined)('the equal commands do what the edit did', async () => {
      const before = "[profile dev]\nregion = eu-west-1\n[profile it's]\nregion = x\n";
      await writeFile(home.config, before);
      const commands = await change({
        kind: 'edit-profile',
        name: 'dev',
        set: {
          region: 'us-east-1',
          output: 'json',
          credential_process: "get 'a b' $HOME",
          's3.addressing_style': 'path',
          aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE',
          aws_secret_access_key: 'a secret',
        },
      });
      const [config, keys] = await Promise.all([
        readFile(home.config, 'utf8'),
        readFile(credentials, 'utf8'),
      ]);
      await writeFile(home.config, before);
      await writeFile(credentials, '');
      const env = { ...environment(), AWS_SECRET_ACCESS_KEY: 'a secret' };
      const script = ['set -e', ...commands].join('\n');
      outputOf(await runCommand('/bin/sh', ['-c', script], { cwd: home.folder, env }));
      expect(commands.every((command) => command.startsWith('aws configure set '))).toBe(true);
      expect(await readFile(home.config, 'utf8')).toBe(config);
      expect(await readFile(credentials, 'utf8')).toBe(keys);
    });
  },
);

/** What the AWS CLI's own writer makes of a file, section by section. */
const WRITE = `
import json, sys
from awscli.customizations.configure.writer import ConfigFileWriter
for values in json.load(open(sys.argv[2])):
    ConfigFileWriter().update_config(values, sys.argv[1])
`;

const title = hasWriter
  ? 'what is added is byte for byte what the AWS CLI’s writer adds'
  : 'what is added is what the AWS CLI’s writer adds (skipped: no awscli for Python here)';
describe(title, PATIENCE, () => {
  const session = { __section__: 'sso-session acme', sso_start_url: ACME.startUrl, sso_region: 'eu-west-1' };
  const scopes = { sso_registration_scopes: 'sso:account:access' };
  const role = { sso_account_id: '111122223333', sso_role_name: 'Admin' };
  const legacy = { sso_start_url: ACME.startUrl, sso_region: 'eu-west-1' };
  const profile = { accountId: '111122223333', roleName: 'Admin' };
  const oldSession = '[sso-session acme]\nsso_region = x\nsso_start_url = y';
  const CASES: [string, string | undefined, ConfigChange, object[]][] = [
    [
      'a profile and its session in a new file',
      undefined,
      {
        kind: 'add-profiles',
        through: { kind: 'new-session', session: ACME },
        profiles: [{ name: 'dev', ...profile, region: 'eu-west-1', output: 'json' }],
      },
      [
        { __section__: 'profile dev', sso_session: 'acme', ...role, region: 'eu-west-1', output: 'json' },
        { ...session, ...scopes },
      ],
    ],
    [
      'profiles of a session that is there, behind a last line without an end',
      `# mine\n${oldSession}`,
      {
        kind: 'add-profiles',
        through: { kind: 'session', name: 'acme' },
        profiles: [
          { name: "Kim's role", ...profile },
          { name: 'default', ...profile },
        ],
      },
      [
        { __section__: `profile 'Kim'"'"'s role'`, sso_session: 'acme', ...role },
        { __section__: 'default', sso_session: 'acme', ...role },
      ],
    ],
    [
      'the legacy form behind an empty line',
      '[default]\nregion = x\n\n',
      {
        kind: 'add-profiles',
        through: { kind: 'legacy', startUrl: ACME.startUrl, region: 'eu-west-1' },
        profiles: [{ name: 'old', ...profile, region: 'us-east-1' }],
      },
      [{ __section__: 'profile old', ...legacy, ...role, region: 'us-east-1' }],
    ],
    ['a session alone', '\n\n', { kind: 'add-session', session: ACME }, [{ ...session, ...scopes }]],
  ];

  it.skipIf(!hasWriter).each(CASES)('%s', async (_what, before, added, sections) => {
    const theirs = join(home.folder, 'theirs');
    if (before !== undefined) await Promise.all([home.config, theirs].map((path) => writeFile(path, before)));
    await change(added);
    const script = join(home.folder, 'write.py');
    await writeFile(script, WRITE);
    await writeFile(join(home.folder, 'sections.json'), JSON.stringify(sections));
    const args = [script, theirs, join(home.folder, 'sections.json')];
    outputOf(await runCommand(python?.path ?? '', args, { cwd: home.folder, env: { HOME: home.folder } }));
    expect(await readFile(home.config, 'utf8')).toBe(await readFile(theirs, 'utf8'));
  });
});
