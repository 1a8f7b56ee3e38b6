import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listBucketsCommand, loginCommand, shellQuote } from './command-line.ts';

describe('shellQuote', () => {
  it('gives a shell exactly the argument back', () => {
    const argument = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 8 }), (list) => {
        const out = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${list.map(shellQuote).join(' ')}`]);
        expect(out.toString('utf8').split('\0').slice(0, -1)).toEqual(list);
      }),
      { numRuns: 10 },
    );
  });
});

describe('commands', () => {
  it('name the session, or for a legacy one a profile of it', () => {
    expect(loginCommand({ kind: 'sso-session', name: 'my acme', profiles: [] })).toBe(
      "aws sso login --sso-session 'my acme' --use-device-code",
    );
    expect(loginCommand({ kind: 'legacy', name: 'x', profiles: [{ name: 'old', kind: 'sso' }] })).toBe(
      'aws sso login --profile old',
    );
    expect(listBucketsCommand({ kind: 'profile', profile: 'prod' })).toBe('aws s3 ls --profile prod');
  });
});
