import { afterEach, describe, expect, it } from 'vitest';
import { type EditorHome, makeEditorHome } from './testing/editor-home.ts';
import { SECRET, CONFIG, CREDENTIALS, failsWith } from './testing/sample-config.ts';

let home: EditorHome;
afterEach(() => home.remove());

describe('renaming', () => {
  it('renames a profile in both files, and what refers to it', async () => {
    home = await makeEditorHome({ config: CONFIG, credentials: CREDENTIALS });
    const plan = await home.change({ kind: 'edit-profile', name: 'base', newName: 'two words', set: {} });
    expect(await home.text('config')).toBe(
      CONFIG.replace('[profile base]', "[profile 'two words']").replace(
        'source_profile = base',
        'source_profile = two words',
      ),
    );
    expect(await home.text('credentials')).toBe(CREDENTIALS.replace('[base]', '[two words]'));
    expect(plan.references).toEqual([{ by: 'chained', byKind: 'profile', key: 'source_profile' }]);
    expect(plan.commands).toEqual([
      `# ${home.paths.config}: [profile base] → [profile 'two words']`,
      `# ${home.paths.credentials}: [base] → [two words]`,
      "aws configure set source_profile 'two words' --profile chained",
    ]);
    expect(home.renamed).toEqual([['profile', 'base', 'two words']]);
    await home.undo();
    expect(await home.text('config')).toBe(CONFIG);
    expect(home.renamed.at(-1)).toEqual(['profile', 'two words', 'base']);
  });

  it('renames a session, and edits it on the way', async () => {
    home = await makeEditorHome({ config: CONFIG });
    const plan = await home.change({
      kind: 'edit-session',
      name: 'acme',
      newName: 'corp',
      set: { sso_region: 'us-east-1' },
    });
    expect(await home.text('config')).toBe(
      CONFIG.replace('[sso-session acme]', '[sso-session corp]')
        .replace('sso_session = acme', 'sso_session = corp')
        .replace('sso_region = eu-west-1', 'sso_region = us-east-1'),
    );
    expect(plan.references).toEqual([{ by: 'base', byKind: 'profile', key: 'sso_session' }]);
    expect(plan.notes).toEqual([{ kind: 'signs-out', session: 'corp' }]);
    expect(home.renamed).toEqual([['session', 'acme', 'corp']]);
  });

  it('a profile that refers to itself still does', async () => {
    home = await makeEditorHome({ config: '[profile a]\nsource_profile = a\nrole_arn = x\n' });
    const plan = await home.change({ kind: 'edit-profile', name: 'a', newName: 'b', set: {} });
    expect(await home.text('config')).toBe('[profile b]\nsource_profile = b\nrole_arn = x\n');
    expect(plan.commands.at(-1)).toBe('aws configure set source_profile b --profile b');
  });

  it('refuses a name that is taken', async () => {
    home = await makeEditorHome({ config: CONFIG, credentials: CREDENTIALS });
    await expect(
      home.editor.plan({ kind: 'edit-profile', name: 'base', newName: 'keys', set: {} }),
    ).rejects.toEqual(failsWith('config.name-taken', { name: 'keys' }));
  });
});

describe('duplicating and deleting', () => {
  it('duplicates in both files, and shows no secret', async () => {
    home = await makeEditorHome({
      config: '[profile keys]\nregion = x # here\ns3 =\n  a = 1\n  b = 2\n',
      credentials: CREDENTIALS,
    });
    const plan = await home.change({ kind: 'duplicate-profile', name: 'keys', copyName: 'copy' });
    expect(await home.text('config')).toBe(
      '[profile keys]\nregion = x # here\ns3 =\n  a = 1\n  b = 2\n[profile copy]\nregion = x\ns3 =\n    a = 1\n    b = 2\n',
    );
    expect(await home.text('credentials')).toBe(
      `${CREDENTIALS}[copy]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${SECRET}\n`,
    );
    expect(JSON.stringify(plan)).not.toContain(SECRET);
    expect(plan.commands).toContain(
      'aws configure set aws_secret_access_key "$(aws configure get aws_secret_access_key --profile keys)" --profile copy',
    );
  });

  it('deletes profiles, and says what still refers to them', async () => {
    home = await makeEditorHome({ config: CONFIG, credentials: CREDENTIALS });
    const plan = await home.change({ kind: 'delete-profiles', names: ['base', 'keys'] });
    expect(await home.text('config')).not.toContain('[profile base]');
    expect(await home.text('config')).toContain('source_profile = base');
    expect((await home.text('credentials'))?.trim()).toBe('');
    expect(plan.references).toEqual([{ by: 'chained', byKind: 'profile', key: 'source_profile' }]);
    expect(plan.notes).toEqual([{ kind: 'keys-removed', profile: 'keys' }]);
    expect(JSON.stringify(plan)).not.toContain(SECRET);
    await home.undo();
    expect(await home.text('config')).toBe(CONFIG);
    expect(await home.text('credentials')).toBe(CREDENTIALS);
  });

  it('deletes a session without its profiles, or with them', async () => {
    home = await makeEditorHome({ config: CONFIG, credentials: CREDENTIALS });
    const alone = await home.editor.plan({ kind: 'delete-session', name: 'acme', withProfiles: false });
    expect(alone.references).toEqual([{ by: 'base', byKind: 'profile', key: 'sso_session' }]);
    const plan = await home.change({ kind: 'delete-session', name: 'acme', withProfiles: true });
    expect(plan.references).toEqual([{ by: 'chained', byKind: 'profile', key: 'source_profile' }]);
    expect(await home.text('config')).toBe(
      CONFIG.replace(/\[profile base\][^[]*/, '').replace(/\n\[sso-session acme\][^[]*/, ''),
    );
    expect(await home.text('credentials')).toBe(CREDENTIALS.replace(/\n\[base\][^[]*/, ''));
  });
});
