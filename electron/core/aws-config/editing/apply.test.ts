import { writeFileSync } from 'node:fs';
import { chmod, mkdir, readdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConfigChange } from '../../../../shared/config-change.ts';
import { lockPath } from './files/file-lock.ts';
import { type EditorHome, makeEditorHome } from './testing/editor-home.ts';
import { interceptedFileSystem, systemError } from './testing/failing-file-system.ts';
import { CONFIG, CREDENTIALS, failsWith, addOne, ADDED } from './testing/sample-config.ts';

const addSession: ConfigChange = {
  kind: 'add-session',
  session: {
    name: 'corp',
    startUrl: 'https://corp.awsapps.com/start',
    region: 'eu-west-1',
    registrationScopes: [],
  },
};
let home: EditorHome;
afterEach(() => home.remove());

describe('apply', () => {
  it('writes a plan once', async () => {
    home = await makeEditorHome({ config: CONFIG });
    const { planId } = await home.change(addOne);
    expect(await home.text('config')).toBe(CONFIG + ADDED);
    await expect(home.editor.apply(planId)).rejects.toEqual(failsWith('work.gone'));
    await expect(home.editor.apply('00000000-0000-4000-8000-000000000000')).rejects.toEqual(
      failsWith('work.gone'),
    );
    expect(home.written.times).toBe(1);
  });

  it('merges with what another program changed elsewhere in the file', async () => {
    home = await makeEditorHome({ config: CONFIG });
    const { planId } = await home.editor.plan(addOne);
    const theirs = `# theirs\n${CONFIG.replace('at home', 'abroad')}[profile theirs]\nregion = x`;
    await home.write('config', theirs);
    await home.editor.apply(planId);
    expect(await home.text('config')).toBe(`${theirs}\n${ADDED}`);
  });

  it.each<[string, ConfigChange, string]>([
    ['took the name', addOne, `${CONFIG}[profile new]\n`],
    ['took the session away', addOne, CONFIG.replace('sso-session acme', 'sso-session corp')],
    [
      'changed the same key',
      { kind: 'edit-profile', name: 'base', set: { sso_role_name: 'Admin' } },
      CONFIG.replace('ReadOnly', 'PowerUser'),
    ],
    [
      'set it already',
      { kind: 'edit-profile', name: 'base', set: { sso_role_name: 'Admin' } },
      CONFIG.replace('ReadOnly', 'Admin'),
    ],
    [
      'added to what is deleted',
      { kind: 'delete-profiles', names: ['base'] },
      CONFIG.replace('ReadOnly', 'ReadOnly\noutput = json'),
    ],
    [
      'refers to it now',
      { kind: 'edit-profile', name: 'base', newName: 'core', set: {} },
      `${CONFIG}[profile more]\nsource_profile = base\n`,
    ],
    ['emptied the file, and may be about to fill it', addSession, ''],
  ])('writes nothing where another program %s', async (_what, change, theirs) => {
    home = await makeEditorHome({ config: CONFIG });
    const { planId } = await home.editor.plan(change);
    await home.write('config', theirs);
    await expect(home.editor.apply(planId)).rejects.toEqual(
      failsWith('config.changed-elsewhere', { path: home.paths.config }),
    );
    expect(await home.text('config')).toBe(theirs);
    expect(home.editor.snapshots.value).toBeNull();
  });

  it('loses nothing that another program writes before the last look, whenever that is', async () => {
    const theirs = `${CONFIG}# theirs\n`;
    let meddledAt = 0;
    for (let at = 1; meddledAt === at - 1; at += 1) {
      let operations = 0;
      let expected = CONFIG + ADDED;
      let isWritten = false;
      const meddling = interceptedFileSystem((operation) => {
        if (operation === 'rename') return void (isWritten = true);
        operations += 1;
        if (operations !== at || meddledAt === at) return;
        meddledAt = at;
        // What overwrites our version without having read it takes it back, and we can't help it.
        expected = isWritten ? theirs : theirs + ADDED;
        writeFileSync(home.paths.config, theirs);
      });
      home = await makeEditorHome({ config: CONFIG });
      const editor = await home.reopen(meddling);
      const { planId } = await editor.plan(addOne);
      await editor.apply(planId);
      expect(await home.text('config')).toBe(expected);
      expect(await readdir(join(home.folder, '.aws'))).toEqual(['config']);
      await home.remove();
    }
    expect(meddledAt).toBeGreaterThan(25);
  });

  it('gives up on a file that never comes to rest', async () => {
    let count = 0;
    const meddling = interceptedFileSystem((operation, path) => {
      if (operation === 'sync' && path.endsWith('.tmp'))
        writeFileSync(home.paths.config, `${CONFIG}# ${(count += 1)}\n`);
    });
    home = await makeEditorHome({ config: CONFIG }, meddling);
    await expect(home.change(addOne)).rejects.toEqual(failsWith('config.changed-elsewhere'));
    expect(await home.text('config')).toBe(`${CONFIG}# ${count}\n`);
  });

  it('keeps both or neither of two files', async () => {
    const failing = interceptedFileSystem((operation, path) => {
      if (operation === 'rename' && path.endsWith('config')) throw systemError('EROFS');
    });
    home = await makeEditorHome({ config: CONFIG, credentials: CREDENTIALS }, failing);
    await expect(home.change({ kind: 'delete-profiles', names: ['base'] })).rejects.toEqual(
      failsWith('config.not-writable', { path: home.paths.config }),
    );
    expect(await home.text('config')).toBe(CONFIG);
    expect(await home.text('credentials')).toBe(CREDENTIALS);
    expect((await readdir(join(home.folder, '.aws'))).sort()).toEqual(['config', 'credentials']);
    expect(home.editor.snapshots.value).toBeNull();
    expect(home.written.times).toBe(0);
  });

  it('keeps the plan for another try after a failure', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await chmod(home.paths.config, 0o400);
    const { planId } = await home.editor.plan(addOne);
    await expect(home.editor.apply(planId)).rejects.toEqual(failsWith('config.not-writable'));
    await chmod(home.paths.config, 0o640);
    await home.editor.apply(planId);
    expect(await home.text('config')).toBe(CONFIG + ADDED);
    expect((await stat(home.paths.config)).mode & 0o777).toBe(0o640);
  });

  it('doesn’t touch a file that can’t be read, and still edits the other', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await mkdir(home.paths.credentials);
    const keys: ConfigChange = { kind: 'edit-profile', name: 'base', set: { aws_access_key_id: 'X' } };
    await expect(home.editor.plan(keys)).rejects.toEqual(
      failsWith('config.unreadable', { path: home.paths.credentials, reason: 'EISDIR' }),
    );
    await expect(home.editor.plan({ kind: 'delete-profiles', names: ['keys'] })).rejects.toEqual(
      failsWith('config.unreadable'),
    );
    await expect(home.editor.section('profile', 'keys')).rejects.toEqual(failsWith('config.unreadable'));
    await home.change(addOne);
    expect(await home.text('config')).toBe(CONFIG + ADDED);
  });

  it('works where both paths lead to one file', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await symlink('config', home.paths.credentials);
    await home.change({ kind: 'edit-profile', name: 'base', set: { aws_access_key_id: 'X' } });
    expect(await home.text('config')).toBe(CONFIG.replace('ReadOnly\n', 'ReadOnly\naws_access_key_id = X\n'));
    await home.undo();
    expect(await home.text('config')).toBe(CONFIG);
  });

  it('changes that are asked for at once are done one after the other', async () => {
    home = await makeEditorHome({ config: CONFIG });
    const plans = await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        home.editor.plan({ ...addOne, profiles: [{ name: `p${number}` }] }),
      ),
    );
    await Promise.all(plans.map(({ planId }) => home.editor.apply(planId)));
    const added = plans.map((_, number) => `[profile p${number}]\nsso_session = acme\n`);
    expect(await home.text('config')).toBe(CONFIG + added.join(''));
    await expect(stat(lockPath(home.paths.config))).rejects.toThrow('ENOENT');
  });
});
