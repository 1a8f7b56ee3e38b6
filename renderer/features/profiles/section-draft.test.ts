import { describe, expect, it } from 'vitest';
import type { ConfigSectionView } from '../../../shared/config-change.ts';
import { changesOf, problemsOf, shownValue } from './section-draft.ts';
import { fieldsOf, otherKeys } from './section-fields.ts';

const section = (keys: Readonly<Record<string, string | undefined>>): ConfigSectionView => ({
  name: 'dev',
  keys: Object.entries(keys).map(([key, value], index) => ({
    key,
    ...(value === undefined ? {} : { value }),
    path: '/home/kim/.aws/config',
    line: index + 1,
  })),
  referencedBy: [],
});
const fieldKeys = (view: ConfigSectionView) => fieldsOf('profile', view).map(({ key }) => key);
const COMMON = ['region', 'output', 'endpoint_url'];

describe('fieldsOf', () => {
  it.each([
    [{ sso_session: 'acme' }, ['sso_session', 'sso_account_id', 'sso_role_name']],
    [
      { sso_start_url: 'https://x', sso_region: 'r' },
      ['sso_start_url', 'sso_region', 'sso_account_id', 'sso_role_name'],
    ],
    [{ role_arn: 'arn' }, ['source_profile', 'role_arn', 'mfa_serial', 'external_id', 'duration_seconds']],
    [{ aws_access_key_id: 'AKIA' }, ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token']],
    [{ credential_process: 'get' }, ['credential_process']],
    [{ cli_pager: '' }, []],
  ])('shows the keys that matter for %o', (keys, expected) => {
    expect(fieldKeys(section(keys))).toEqual([...expected, ...COMMON]);
  });

  it('has the rest below, nested keys without the empty one above them', () => {
    const view = section({ region: 'eu-west-1', cli_pager: 'less', s3: '', 's3.addressing_style': 'path' });
    expect(otherKeys(view, fieldsOf('profile', view)).map(({ key }) => key)).toEqual([
      'cli_pager',
      's3.addressing_style',
    ]);
  });
});

describe('changesOf', () => {
  const view = section({ region: 'eu-west-1', output: 'json', cli_pager: 'less' });

  it('names only what is another value, without outer white space', () => {
    const draft = { region: ' us-east-1 ', output: ' json ', endpoint_url: '', cli_pager: 'less' };
    expect(changesOf(view, draft)).toEqual({ region: 'us-east-1' });
  });

  it('leaves an empty value as it was', () => {
    expect(changesOf(section({ cli_pager: '' }), { cli_pager: ' ' })).toEqual({});
  });

  it('takes out what was emptied or removed, if it is there', () => {
    expect(changesOf(view, { region: '', cli_pager: null, endpoint_url: null })).toEqual({
      region: null,
      cli_pager: null,
    });
  });

  it('keeps a secret that nothing was typed for', () => {
    const keys = section({ aws_access_key_id: 'AKIA', aws_secret_access_key: undefined });
    expect(shownValue(keys, {}, 'aws_secret_access_key')).toBe('');
    expect(changesOf(keys, { aws_secret_access_key: '' })).toEqual({});
    expect(changesOf(keys, { aws_secret_access_key: 's3cr3t' })).toEqual({ aws_secret_access_key: 's3cr3t' });
    expect(problemsOf(keys, {}, fieldsOf('profile', keys)).size).toBe(0);
    const without = section({ aws_access_key_id: 'AKIA' });
    expect([...problemsOf(without, {}, fieldsOf('profile', without))]).toEqual([
      ['aws_secret_access_key', 'required'],
    ]);
  });

  it('looks at other keys once they are changed', () => {
    const fields = fieldsOf('profile', view);
    expect(problemsOf(view, { cli_pager: 'a # b' }, fields).get('cli_pager')).toBe('comment');
    expect(problemsOf(view, { cli_pager: null }, fields).size).toBe(0);
  });
});
