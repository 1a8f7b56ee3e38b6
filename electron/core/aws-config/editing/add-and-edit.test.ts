import { stat } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConfigChange } from '../../../../shared/config-change.ts';
import { type EditorHome, makeEditorHome } from './testing/editor-home.ts';
import { SECRET, ACME, CONFIG, CREDENTIALS, failsWith, addOne } from './testing/sample-config.ts';

let home: EditorHome;
afterEach(() => home.remove());

describe('adding', () => {
  it('writes profiles first and then their session, in the order of the AWS CLI', async () => {
    home = await makeEditorHome();
    const plan = await home.change({
      kind: 'add-profiles',
      through: { kind: 'new-session', session: { ...ACME, registrationScopes: ['a', 'b:c'] } },
      profiles: [
        { name: 'one', accountId: '111122223333', roleName: 'Admin', region: 'eu-west-1', output: 'json' },
        { name: 'two words', accountId: '444455556666', roleName: 'ReadOnly' },
        { name: 'default' },
      ],
    });
    expect(await home.text('config')).toBe(`[profile one]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = Admin
region = eu-west-1
output = json
[profile 'two words']
sso_session = acme
sso_account_id = 444455556666
sso_role_name = ReadOnly
[default]
sso_session = acme
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = a,b:c
`);
    expect((await stat(home.paths.config)).mode & 0o777).toBe(0o600);
    expect(await home.text('credentials')).toBeUndefined();
    expect(plan.files).toMatchObject([{ path: home.paths.config, created: true }]);
    expect(plan.files[0]?.lines.every(({ kind }) => kind === 'added')).toBe(true);
    expect(plan.commands).toContain("aws configure set sso_role_name ReadOnly --profile 'two words'");
    expect(plan.commands).toContain('aws configure set sso_region eu-west-1 --sso-session acme');
    expect(home.written.times).toBe(1);
  });

  it('writes the legacy form', async () => {
    home = await makeEditorHome({ config: '[default]\nregion = x' });
    await home.change({
      kind: 'add-profiles',
      through: { kind: 'legacy', startUrl: ACME.startUrl, region: 'eu-west-1' },
      profiles: [{ name: 'old', accountId: '111122223333', roleName: 'Admin', region: 'us-east-1' }],
    });
    expect(await home.text('config')).toBe(`[default]
region = x
[profile old]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111122223333
sso_role_name = Admin
region = us-east-1
`);
  });

  it('refuses names that are taken, in either file or by another of the new ones', async () => {
    home = await makeEditorHome({ config: CONFIG, credentials: CREDENTIALS });
    const add = (...names: string[]) =>
      home.editor.plan({ ...addOne, profiles: names.map((name) => ({ name })) });
    for (const name of ['base', 'keys', 'default'])
      await expect(add(name)).rejects.toEqual(failsWith('config.name-taken', { name }));
    await expect(add('x', 'x')).rejects.toEqual(failsWith('config.name-taken', { name: 'x' }));
    await expect(home.editor.plan({ kind: 'add-session', session: ACME })).rejects.toEqual(
      failsWith('config.name-taken', { name: 'acme' }),
    );
  });

  it('refuses an unknown session, and names and values that can’t stand in the file', async () => {
    home = await makeEditorHome();
    await expect(home.editor.plan(addOne)).rejects.toEqual(failsWith('config.no-such-section'));
    for (const name of ['', 'a\nb', 'a]b'])
      await expect(home.editor.plan({ kind: 'add-session', session: { ...ACME, name } })).rejects.toEqual(
        failsWith('config.bad-value'),
      );
    await expect(
      home.editor.plan({ kind: 'add-session', session: { ...ACME, startUrl: 'a\r\n[x]' } }),
    ).rejects.toEqual(failsWith('config.bad-value', { reason: 'line-break' }));
  });
});

describe('editing', () => {
  it('sets a key where it stands now, static ones in the credentials file, the rest in the config', async () => {
    home = await makeEditorHome({ config: CONFIG, credentials: CREDENTIALS });
    const plan = await home.change({
      kind: 'edit-profile',
      name: 'base',
      set: {
        region: 'eu-north-1',
        output: 'json',
        aws_secret_access_key: 'changed+secret',
        sso_role_name: 'Admin',
      },
    });
    expect(await home.text('config')).toBe(
      CONFIG.replace('sso_role_name = ReadOnly\n', 'sso_role_name = Admin\noutput = json\n'),
    );
    expect(await home.text('credentials')).toBe(
      CREDENTIALS.replace(
        'region = us-east-1\n',
        'region = eu-north-1\naws_secret_access_key = changed+secret\n',
      ),
    );
    expect(JSON.stringify(plan)).not.toContain('changed+secret');
    expect(plan.commands).toEqual([
      `# ${home.paths.credentials} [base]: region = eu-north-1`,
      'aws configure set output json --profile base',
      'aws configure set aws_secret_access_key "$AWS_SECRET_ACCESS_KEY" --profile base',
      'aws configure set sso_role_name Admin --profile base',
    ]);
  });

  it('sets and removes nested keys', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await home.change({
      kind: 'edit-profile',
      name: 'chained',
      set: { 's3.addressing_style': 'virtual', 's3.max_queue_size': '7' },
    });
    expect(await home.text('config')).toBe(
      CONFIG.replace('addressing_style = path', 'addressing_style = virtual\n    max_queue_size = 7'),
    );
    await home.change({ kind: 'edit-profile', name: 'chained', set: { 's3.max_queue_size': null } });
    expect(await home.text('config')).toBe(CONFIG.replace('= path', '= virtual'));
  });

  it('says when a comment behind a value goes, and changes nothing where the value is the same', async () => {
    home = await makeEditorHome({ config: CONFIG });
    const same = await home.editor.plan({
      kind: 'edit-profile',
      name: 'default',
      set: { region: 'eu-west-1' },
    });
    expect(same).toMatchObject({ files: [], commands: [], notes: [] });
    const plan = await home.change({ kind: 'edit-profile', name: 'default', set: { Region: 'us-east-1' } });
    expect(plan.notes).toEqual([{ kind: 'comment-dropped', path: home.paths.config, line: 3 }]);
    expect(await home.text('config')).toBe(CONFIG.replace('eu-west-1 ; at home', 'us-east-1'));
  });

  it('takes a key out of both files', async () => {
    home = await makeEditorHome({
      config: '[profile a]\naws_access_key_id = X\n',
      credentials: '[a]\naws_access_key_id = Y\nb = 1\n',
    });
    const plan = await home.change({ kind: 'edit-profile', name: 'a', set: { aws_access_key_id: null } });
    expect(await home.text('config')).toBe('[profile a]\n');
    expect(await home.text('credentials')).toBe('[a]\nb = 1\n');
    expect(plan.notes).toEqual([{ kind: 'keys-removed', profile: 'a' }]);
  });

  it('shows the diff with three lines around it, and masks secrets there', async () => {
    home = await makeEditorHome({ config: CONFIG, credentials: CREDENTIALS });
    const { files } = await home.editor.plan({
      kind: 'edit-profile',
      name: 'base',
      set: { region: 'eu-north-1' },
    });
    expect(files).toHaveLength(1);
    expect(files[0]?.lines.map(({ kind, text, oldLine, newLine }) => [kind, text, oldLine, newLine])).toEqual(
      [
        ['gap', '', undefined, undefined],
        ['same', 'aws_secret_access_key = ••••••••', 3, 3],
        ['same', '', 4, 4],
        ['same', '[base]', 5, 5],
        ['removed', 'region = us-east-1', 6, undefined],
        ['added', 'region = eu-north-1', undefined, 6],
      ],
    );
  });

  it('refuses to edit what isn’t there', async () => {
    home = await makeEditorHome({ config: CONFIG });
    for (const change of [
      { kind: 'edit-profile', name: 'no', set: { region: 'x' } },
      { kind: 'edit-session', name: 'base', set: {} },
      { kind: 'duplicate-profile', name: 'no', copyName: 'x' },
      { kind: 'delete-profiles', names: ['base', 'no'] },
      { kind: 'delete-session', name: 'no', withProfiles: true },
    ] satisfies ConfigChange[]) {
      await expect(home.editor.plan(change)).rejects.toEqual(failsWith('config.no-such-section'));
    }
    await expect(home.editor.section('profile', 'no')).rejects.toEqual(failsWith('config.no-such-section'));
  });
});

describe('section', () => {
  it('shows each key where it counts, and no secret', async () => {
    home = await makeEditorHome({
      config: `[profile keys]\nregion = x ; y\nAWS_ACCESS_KEY_ID = A\ns3 =\n  a = 1\naws_session_token =\n  odd = ${SECRET}\n[profile on]\nsource_profile = keys\n`,
      credentials: CREDENTIALS,
    });
    const view = await home.editor.section('profile', 'keys');
    const { config, credentials } = home.paths;
    expect(view).toEqual({
      name: 'keys',
      keys: [
        { key: 'region', value: 'x', path: config, line: 2 },
        { key: 'aws_access_key_id', value: 'AKIAIOSFODNN7EXAMPLE', path: credentials, line: 2 },
        { key: 's3', value: '', path: config, line: 4 },
        { key: 's3.a', value: '1', path: config, line: 5 },
        { key: 'aws_session_token', path: config, line: 6 },
        { key: 'aws_secret_access_key', path: credentials, line: 3 },
      ],
      referencedBy: [{ by: 'on', byKind: 'profile', key: 'source_profile' }],
    });
  });

  it.each([
    `export AWS_SECRET_ACCESS_KEY = ${SECRET}`,
    `"aws_secret_access_key" = ${SECRET}`,
    `aws_session_token_old = ${SECRET}`,
    `aws_access_key_id = AKIA aws_secret_access_key = ${SECRET}`,
  ])('shows no secret of a line like %j, nor in a command', async (line) => {
    home = await makeEditorHome({ credentials: `[keys]\n${line}\n` });
    expect(JSON.stringify(await home.editor.section('profile', 'keys'))).not.toContain(SECRET);
    const copy = { kind: 'duplicate-profile', name: 'keys', copyName: 'copy' } as const;
    const plan = await home.editor.plan(copy).catch((thrown: unknown) => thrown);
    expect(JSON.stringify(plan)).not.toContain(SECRET);
  });

  it('shows a process that only names a secret key', async () => {
    const process = 'jq .aws_session_token keys.json';
    home = await makeEditorHome({ config: `[profile p]\ncredential_process = ${process}\n` });
    expect((await home.editor.section('profile', 'p')).keys).toMatchObject([{ value: process }]);
  });

  it('shows a session and who uses it', async () => {
    home = await makeEditorHome({ config: CONFIG });
    expect(await home.editor.section('session', 'acme')).toMatchObject({
      keys: [{ key: 'sso_start_url' }, { key: 'sso_region', value: 'eu-west-1' }],
      referencedBy: [{ by: 'base', byKind: 'profile', key: 'sso_session' }],
    });
  });
});
