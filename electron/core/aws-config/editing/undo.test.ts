import { mkdir, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConfigChange } from '../../../../shared/config-change.ts';
import { type EditorHome, makeEditorHome } from './testing/editor-home.ts';
import { SECRET, ACME, CONFIG, CREDENTIALS, failsWith, addOne, ADDED } from './testing/sample-config.ts';

let home: EditorHome;
afterEach(() => home.remove());

describe('undo', () => {
  it('takes back the last change once, also after a restart', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await home.change(addOne);
    const { changeId = '', backups = [] } = home.editor.snapshots.value ?? {};
    expect(home.editor.snapshots.value).toMatchObject({
      what: 'add-profiles',
      names: ['new'],
      undone: false,
    });
    expect(await readFile(backups[0] ?? '', 'utf8')).toBe(CONFIG);
    const restarted = await home.reopen();
    expect(restarted.snapshots.value).toEqual(home.editor.snapshots.value);
    await restarted.undo(changeId);
    expect(await home.text('config')).toBe(CONFIG);
    expect(restarted.snapshots.value?.undone).toBe(true);
    await expect(restarted.undo(changeId)).rejects.toEqual(failsWith('config.nothing-to-undo'));
    await expect((await home.reopen()).undo(changeId)).rejects.toEqual(failsWith('config.nothing-to-undo'));
    expect(home.written.times).toBe(2);
  });

  it('removes a file that the change had made', async () => {
    home = await makeEditorHome();
    await home.change({ kind: 'add-session', session: ACME });
    await home.undo();
    expect(await home.text('config')).toBeUndefined();
  });

  it('knows only the last change', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await home.change(addOne);
    const first = home.editor.snapshots.value?.changeId ?? '';
    await home.change({ kind: 'delete-profiles', names: ['new'] });
    await expect(home.editor.undo(first)).rejects.toEqual(failsWith('config.nothing-to-undo'));
    await expect(home.editor.undo('other')).rejects.toEqual(failsWith('config.nothing-to-undo'));
  });

  it.each<[string, ConfigChange, (text: string) => string]>([
    ['a section behind', addOne, (text) => `${text}[profile theirs]\nregion = x\n`],
    [
      'a section before',
      addOne,
      (text) => text.replace('[profile base]', '[profile theirs]\na = b\n[profile base]'),
    ],
    ['a key in another section', addOne, (text) => text.replace('eu-west-1 ; at home', 'us-east-1')],
    [
      'a key in the session above',
      addOne,
      (text) => text.replace('[profile new]', 'sso_registration_scopes = x\n[profile new]'),
    ],
    [
      'a section where one was deleted',
      { kind: 'delete-profiles', names: ['chained'] },
      (text) => text.replace('[sso-session', '[profile theirs]\nregion = x\n[sso-session'),
    ],
    [
      'a key above one that was deleted',
      { kind: 'delete-profiles', names: ['chained'] },
      (text) => text.replace('ReadOnly\n', 'ReadOnly\noutput = json\n'),
    ],
    [
      'a key beside one that was changed',
      { kind: 'edit-profile', name: 'base', set: { sso_role_name: 'Admin', region: 'x' } },
      (text) => text.replace('sso_account_id', 'output = json\nsso_account_id'),
    ],
  ])('takes back only our lines where others wrote %s', async (_what, change, meddle) => {
    home = await makeEditorHome({ config: CONFIG });
    await home.change(change);
    await home.write('config', meddle((await home.text('config')) ?? ''));
    await home.undo();
    // What they do to the original, or, where ours stood beside theirs, the same lines in another order.
    const sorted = (text = '') => text.split('\n').sort();
    const expected =
      change.kind === 'add-profiles' ? meddle(CONFIG + ADDED).replace(ADDED, '') : meddle(CONFIG);
    expect(sorted(await home.text('config'))).toEqual(sorted(expected));
    expect(home.editor.snapshots.value?.undone).toBe(true);
  });

  it.each<[string, ConfigChange, (text: string) => string]>([
    ['changed a line of ours', addOne, (text) => text.replace('Admin', 'PowerUser')],
    [
      'put a key into our section',
      addOne,
      (text) => text.replace('sso_role_name = Admin', 'output = x\nsso_role_name = Admin'),
    ],
    ['put a key behind our section', addOne, (text) => `${text}output = json\n`],
    [
      'set the key a second time',
      { kind: 'edit-profile', name: 'base', set: { sso_role_name: 'Admin' } },
      (text) =>
        text
          .replace('[profile base]\n', '[profile base]\n')
          .replace('\n\n[profile chained]', '\nsso_role_name = Other\n\n[profile chained]'),
    ],
    ['took our section away', addOne, () => CONFIG],
  ])('changes nothing where others %s', async (_what, change, meddle) => {
    home = await makeEditorHome({ config: CONFIG });
    await home.change(change);
    const theirs = meddle((await home.text('config')) ?? '');
    await home.write('config', theirs);
    await expect(home.undo()).rejects.toEqual(
      failsWith('config.changed-elsewhere', { path: home.paths.config }),
    );
    expect(await home.text('config')).toBe(theirs);
    expect(home.editor.snapshots.value?.undone).toBe(false);
  });

  it('gives a line the line end it needs when it isn’t the last any more', async () => {
    home = await makeEditorHome({ config: '[sso-session acme]\nsso_region = x' });
    await home.change(addOne);
    await home.write('config', `${await home.text('config')}[profile theirs]\na = b\n`);
    await home.undo();
    expect(await home.text('config')).toBe('[sso-session acme]\nsso_region = x\n[profile theirs]\na = b\n');
  });

  it('leaves the file alone where it is gone, or its backup is', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await home.change(addOne);
    const changed = await home.text('config');
    await unlink(home.paths.config);
    await expect(home.undo()).rejects.toEqual(failsWith('config.changed-elsewhere'));
    await home.write('config', changed ?? '');
    const backup = home.editor.snapshots.value?.backups[0] ?? '';
    await writeFile(backup, 'other');
    await expect(home.undo()).rejects.toEqual(failsWith('config.nothing-to-undo'));
    await unlink(backup);
    await expect(home.undo()).rejects.toEqual(failsWith('config.nothing-to-undo'));
    expect(await home.text('config')).toBe(changed);
  });

  it('keeps no secret outside the backups, which are for their owner only', async () => {
    home = await makeEditorHome({ config: CONFIG, credentials: CREDENTIALS });
    await home.change({
      kind: 'edit-profile',
      name: 'keys',
      set: { aws_secret_access_key: 'another+secret' },
    });
    await home.undo();
    await home.change({ kind: 'delete-profiles', names: ['keys'] });
    const names = await readdir(home.dataFolder);
    for (const name of names.filter((name) => name.endsWith('.json'))) {
      const text = await readFile(join(home.dataFolder, name), 'utf8');
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain('another+secret');
      expect((await stat(join(home.dataFolder, name))).mode & 0o777).toBe(0o600);
    }
    const backups = await readdir(join(home.dataFolder, 'backups'));
    expect(backups.length).toBeGreaterThan(0);
    for (const name of backups)
      expect((await stat(join(home.dataFolder, 'backups', name))).mode & 0o777).toBe(0o600);
  });

  it('sets a damaged file of its own aside', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await mkdir(home.dataFolder);
    await writeFile(join(home.dataFolder, 'config-changes.json'), '{"change":');
    const editor = await home.reopen();
    expect(editor.snapshots.value).toBeNull();
    expect(await readdir(home.dataFolder)).toEqual(['config-changes.json.damaged']);
  });
});
