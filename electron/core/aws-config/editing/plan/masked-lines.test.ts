import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedLines } from './masked-lines.ts';

const MASK = '••••••••';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

describe('maskedLines', () => {
  it('shows everything else as it is', () => {
    const lines = [
      '[profile dev]',
      '# a comment',
      '; another',
      'region = eu-west-1 # why',
      'sso_start_url = https://acme.awsapps.com/start#/',
      's3 =',
      '  addressing_style = path',
      'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
      'role_arn: arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef',
      '',
      '  ',
    ];
    expect(maskedLines(lines)).toEqual(lines);
  });

  it.each([
    [`aws_secret_access_key = ${SECRET}`, `aws_secret_access_key = ${MASK}`],
    [`AWS_SECRET_ACCESS_KEY=${SECRET}`, `AWS_SECRET_ACCESS_KEY=${MASK}`],
    [`  aws_session_token : ${SECRET} # ${SECRET}`, `  aws_session_token : ${MASK}`],
    [`# aws_secret_access_key = ${SECRET}`, `# aws_secret_access_key = ${MASK}`],
    [`;aws_security_token=${SECRET}`, `;aws_security_token=${MASK}`],
    [`export AWS_SESSION_TOKEN=${SECRET}`, `export AWS_SESSION_TOKEN=${MASK}`],
    [`aws_secret_access_key ${SECRET}`, `aws_secret_access_key ${MASK}`],
    [`"aws_secret_access_key": "${SECRET}"`, `"aws_secret_access_key ${MASK}`],
    [`region = x aws_secret_access_key = ${SECRET}`, `region = x aws_secret_access_key = ${MASK}`],
    [`# old: ${SECRET}`, `# old: ${MASK}`],
    [`  ${SECRET}`, `  ${MASK}`],
    [`${SECRET}=`, MASK],
    ['aws_secret_access_key =', 'aws_secret_access_key ='],
  ])('masks %s', (line, shown) => {
    expect(maskedLines([line])).toEqual([shown]);
  });

  it('masks lines that continue a secret’s value, and no further', () => {
    expect(
      maskedLines([
        ' aws_session_token =',
        '   first = x',
        '',
        '   [second]',
        ' region = eu-west-1',
        '   third = x',
      ]),
    ).toEqual([
      ' aws_session_token =',
      `   ${MASK}`,
      '',
      `   ${MASK}`,
      ' region = eu-west-1',
      '   third = x',
    ]);
  });

  it('never shows a secret, wherever it stands in a line that names or continues a secret key', () => {
    const key = fc
      .tuple(fc.constantFrom('aws_secret_access_key', 'aws_session_token'), fc.boolean())
      .map(([name, upper]) => (upper ? name.toUpperCase() : name));
    const odd = fc.stringMatching(/^[ \t#;"'[\]a-z.=:]{0,6}$/);
    const lines = fc.oneof(
      fc.tuple(odd, key, odd).map(([before, name, between]) => [`${before}${name}${between}=${SECRET}`]),
      key.map((name) => [`${name} =`, `  ${SECRET}`]),
      key.map((name) => [`${name} =`, `\tx = ${SECRET}`]),
      odd.map((between) => [`${SECRET}${between}`]),
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 6 }), (blocks) => {
        expect(maskedLines(blocks.flat()).join('\n')).not.toContain(SECRET);
      }),
    );
  });
});
