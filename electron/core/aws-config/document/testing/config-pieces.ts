import fc from 'fast-check';

/** Names that both the AWS SDK for JavaScript and botocore know in a header. */
export const plainName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('prod', 'dev-eu', 'me@acme.example', '111122223333', 'a.b', 'default', 'x_1', 'con:1/x%+'),
  fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/),
);

export const plainKey: fc.Arbitrary<string> = fc.constantFrom(
  'region',
  'output',
  'sso_session',
  'sso_account_id',
  'sso_role_name',
  'role_arn',
  'source_profile',
  'credential_process',
  'my-own_key2',
  'cli_pager',
);

export const parentKey: fc.Arbitrary<string> = fc.constantFrom('s3', 'dynamodb', 'elastic_beanstalk');

export const nestedKey: fc.Arbitrary<string> = fc.constantFrom(
  'endpoint_url',
  'addressing_style',
  'max_concurrent_requests',
  'useAccelerate',
);

/** Values that stand in a file as they are: no white space around, no comment in them. */
export const plainValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'eu-west-1',
    'https://acme.awsapps.com/start#/',
    'arn:aws:iam::111122223333:role/Admin',
    '/opt/tool --flag "a b" x=y',
    '[brackets]',
    '[',
    'a=b:c',
    'ünïcödé-日本語',
    '😀',
    "it's",
    '50%',
    'a#b;c',
    '=',
    'x\u00a0y',
    'two  spaces',
    'tab\tin',
  ),
  fc.stringMatching(/^[!-~]([ -~]{0,12}[!-~])?$/).filter((text) => !/(^|\s)[#;]/.test(text)),
);

/** Values that begin like a comment: no white space may stand before them. */
export const commentLikeValue: fc.Arbitrary<string> = fc.constantFrom('#x', ';x', '#');

export const lineEnd: fc.Arbitrary<string> = fc.constantFrom('\n', '\n', '\r\n');

/** A line that says nothing. */
export const idleLine: fc.Arbitrary<string> = fc.constantFrom(
  '',
  '',
  '   ',
  '\t',
  '\u00a0',
  '# comment',
  '; region = nowhere',
  '  # indented = comment',
  '#[profile gone]',
  '# ünï',
);
