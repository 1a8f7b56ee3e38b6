import { describe, expect, it } from 'vitest';
import { type FieldRule, valueProblem } from './field-rules.ts';

const GOOD: readonly (readonly [FieldRule, string])[] = [
  ['account-id', '111122223333'],
  ['account-id', ' 111122223333 '],
  ['role-name', 'AWSReserved_ReadOnly+x=1,2.3@4-5'],
  ['region', 'eu-west-1'],
  ['region', 'us-gov-west-1'],
  ['region', 'aws-global'],
  ['start-url', 'https://acme.awsapps.com/start'],
  ['start-url', 'https://d-9067642ac7.awsapps.com/start/#/'],
  ['endpoint-url', 'http://localhost:9000'],
  ['endpoint-url', 'https://s3.example.com'],
  ['role-arn', 'arn:aws:iam::111122223333:role/Admin'],
  ['role-arn', 'arn:aws-us-gov:iam::111122223333:role/team/a/Admin'],
  ['duration', '900'],
  ['duration', '43200'],
  ['access-key-id', 'AKIAIOSFODNN7EXAMPLE'],
  ['scopes', 'sso:account:access, codewhisperer:completions'],
];

const BAD: readonly (readonly [FieldRule, string])[] = [
  ['account-id', '11112222333'],
  ['account-id', '1111-2222-3333'],
  ['role-name', 'Read Only'],
  ['role-name', 'a'.repeat(65)],
  ['region', 'europe'],
  ['region', 'eu-west-1a'],
  ['start-url', 'http://acme.awsapps.com/start'],
  ['start-url', 'acme.awsapps.com/start'],
  ['start-url', 'https:/acme'],
  ['endpoint-url', 'ftp://example.com'],
  ['endpoint-url', 'localhost:9000'],
  ['role-arn', 'arn:aws:iam::111122223333:user/kim'],
  ['role-arn', 'arn:aws:iam::1111:role/Admin'],
  ['role-arn', 'arn:aws:sts::111122223333:assumed-role/Admin/kim'],
  ['duration', '899'],
  ['duration', '43201'],
  ['duration', '1h'],
  ['access-key-id', 'AKIA-1'],
  ['scopes', 'sso:account:access,,x'],
];

describe('valueProblem', () => {
  it.each(GOOD)('takes %s %s', (rule, text) => {
    expect(valueProblem(text, { rule })).toBeUndefined();
  });

  it.each(BAD)('does not take %s %s', (rule, text) => {
    expect(valueProblem(text, { rule })).toBe(rule);
  });

  it('asks for what is needed, and for nothing else', () => {
    expect(valueProblem('  ', { required: true, rule: 'region' })).toBe('required');
    expect(valueProblem('', { rule: 'account-id' })).toBeUndefined();
  });

  it('refuses what the file can’t hold', () => {
    expect(valueProblem('a\nrole_arn = b', {})).toBe('line-break');
    expect(valueProblem('a\u2028b', {})).toBe('line-break');
    expect(valueProblem('get-keys # quietly', {})).toBe('comment');
    expect(valueProblem('get-keys#1', {})).toBeUndefined();
  });
});
