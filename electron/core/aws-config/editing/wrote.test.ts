import { afterEach, describe, expect, it } from 'vitest';
import { type EditorHome, makeEditorHome } from './testing/editor-home.ts';
import { CONFIG, addOne, profile } from './testing/sample-config.ts';

let home: EditorHome;
afterEach(() => home.remove());

describe('wrote', () => {
  it('knows the profiles that the app wrote while they stand for the same role', async () => {
    home = await makeEditorHome({ config: CONFIG });
    expect(home.editor.wrote(profile({}))).toBe(false);
    await home.change(addOne);
    expect(home.editor.wrote(profile({}))).toBe(true);
    expect((await home.reopen()).wrote(profile({}))).toBe(true);
    expect(home.editor.wrote(profile({ roleName: 'ReadOnly' }))).toBe(false);
    expect(home.editor.wrote(profile({ accountId: '999900001111' }))).toBe(false);
    expect(home.editor.wrote(profile({ sessionId: 'sso-session:corp' }))).toBe(false);
    expect(home.editor.wrote(profile({ name: 'base' }))).toBe(false);
  });

  it('follows renames of profiles and sessions, and undo', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await home.change(addOne);
    await home.change({ kind: 'edit-profile', name: 'new', newName: 'newer', set: {} });
    expect(home.editor.wrote(profile({ name: 'newer' }))).toBe(true);
    expect(home.editor.wrote(profile({}))).toBe(false);
    await home.change({ kind: 'edit-session', name: 'acme', newName: 'corp', set: {} });
    expect(home.editor.wrote(profile({ name: 'newer', sessionId: 'sso-session:corp' }))).toBe(true);
    await home.undo();
    expect(home.editor.wrote(profile({ name: 'newer' }))).toBe(true);
  });

  it('forgets what is deleted, or taken back, and knows it again when the deletion is', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await home.change(addOne);
    await home.change({ kind: 'delete-profiles', names: ['new'] });
    expect(home.editor.wrote(profile({}))).toBe(false);
    await home.undo();
    expect(home.editor.wrote(profile({}))).toBe(true);
    await home.change({ kind: 'delete-session', name: 'acme', withProfiles: true });
    expect(home.editor.wrote(profile({}))).toBe(false);
  });

  it('doesn’t take a copy for its own', async () => {
    home = await makeEditorHome({ config: CONFIG });
    await home.change(addOne);
    await home.change({ kind: 'duplicate-profile', name: 'new', copyName: 'copy' });
    expect(home.editor.wrote(profile({ name: 'copy' }))).toBe(false);
  });
});
