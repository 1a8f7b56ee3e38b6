import { describe, expect, it } from 'vitest';
import { configureCommands, type SectionEdit } from './configure-command.ts';

const CONFIG = { file: 'config', path: '~/.aws/config', header: 'profile dev' } as const;
const CREDENTIALS = { file: 'credentials', path: '~/.aws/credentials', header: 'dev' } as const;
const set = (key: string, value: string, more: Partial<SectionEdit> = {}): SectionEdit =>
  ({ ...CONFIG, kind: 'set', type: 'profile', name: 'dev', key, value, ...more }) as SectionEdit;

describe('configureCommands', () => {
  it.each<[SectionEdit, string]>([
    [set('region', 'eu-west-1'), 'aws configure set region eu-west-1 --profile dev'],
    [
      set('region', 'eu-west-1', { name: "Kim's dev" }),
      "aws configure set region eu-west-1 --profile 'Kim'\\''s dev'",
    ],
    [set('s3.addressing_style', 'path'), 'aws configure set s3.addressing_style path --profile dev'],
    [set('credential_process', 'get a b'), "aws configure set credential_process 'get a b' --profile dev"],
    [set('aws_access_key_id', 'AKIA', CREDENTIALS), 'aws configure set aws_access_key_id AKIA --profile dev'],
  ])('sets a value', (edit, command) => {
    expect(configureCommands([edit])).toEqual([command]);
  });

  it.each<[SectionEdit, string]>([
    [set('region', 'x', CREDENTIALS), '# ~/.aws/credentials [dev]: region = x'],
    [set('aws_access_key_id', 'AKIA'), '# ~/.aws/config [profile dev]: aws_access_key_id = AKIA'],
    [set('region', '-x'), '# ~/.aws/config [profile dev]: region = -x'],
    [set('a.b.c', 'x'), '# ~/.aws/config [profile dev]: a.b.c = x'],
    [set('profile.b', 'x'), '# ~/.aws/config [profile dev]: profile.b = x'],
    [{ ...CONFIG, kind: 'unset', key: 'region' }, '# ~/.aws/config [profile dev]: − region'],
    [{ ...CONFIG, kind: 'add' }, '# ~/.aws/config: + [profile dev]'],
    [{ ...CONFIG, kind: 'delete' }, '# ~/.aws/config: − [profile dev]'],
    [{ ...CREDENTIALS, kind: 'rename', newHeader: 'test' }, '# ~/.aws/credentials: [dev] → [test]'],
  ])('says in a comment what the AWS CLI can’t do', (edit, comment) => {
    expect(configureCommands([edit])).toEqual([comment]);
  });

  it('says once which version knows sessions', () => {
    const session = { type: 'sso-session', name: 'acme', header: 'sso-session acme' } as const;
    expect(
      configureCommands([
        set('sso_session', 'acme'),
        set('sso_start_url', 'https://a.awsapps.com/start#', session),
        set('sso_region', 'eu-west-1', session),
      ]),
    ).toEqual([
      'aws configure set sso_session acme --profile dev',
      '# --sso-session: AWS CLI ≥ 2.34.22',
      "aws configure set sso_start_url 'https://a.awsapps.com/start#' --sso-session acme",
      'aws configure set sso_region eu-west-1 --sso-session acme',
    ]);
  });

  it('never shows a secret: a variable stands for it, or where it is copied from', () => {
    const commands = configureCommands([
      set('aws_secret_access_key', 'hunter2', CREDENTIALS),
      set('AWS_SESSION_TOKEN', 'hunter2', CREDENTIALS),
      set('aws_secret_access_key', 'hunter2'),
      set('s3.aws_secret_access_key', 'hunter2'),
      set('aws_secret_access_key', 'hunter2', { ...CREDENTIALS, copiedFrom: 'old one' }),
    ]);
    expect(commands).toEqual([
      'aws configure set aws_secret_access_key "$AWS_SECRET_ACCESS_KEY" --profile dev',
      'aws configure set AWS_SESSION_TOKEN "$AWS_SESSION_TOKEN" --profile dev',
      '# ~/.aws/config [profile dev]: aws_secret_access_key = …',
      'aws configure set s3.aws_secret_access_key "$AWS_SECRET_ACCESS_KEY" --profile dev',
      'aws configure set aws_secret_access_key "$(aws configure get aws_secret_access_key --profile \'old one\')" --profile dev',
    ]);
  });
});
