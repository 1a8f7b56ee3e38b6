import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedWords } from './masked-words.ts';

describe('maskedWords', () => {
  it('keeps sentences, paths, names and ids', () => {
    for (const text of [
      'vault: cannot open /home/ana/.config/vault-helper/session.json: permission denied',
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sts:AssumeRole',
      'exit code 127 · sh: 1: aws-vault: not found',
    ]) {
      expect(maskedWords(text)).toBe(text);
    }
  });

  it('leaves out secret keys and tokens, whatever stands around them', () => {
    const secret = fc.integer().map(() => randomBytes(30).toString('base64'));
    const token = fc.integer().map(() => `IQoJb3JpZ2luX2Vj${randomBytes(120).toString('base64')}`);
    fc.assert(
      fc.property(fc.string(), fc.oneof(secret, token), fc.string(), (before, hidden, after) => {
        expect(maskedWords(`${before} ${hidden} ${after}`)).not.toContain(hidden.slice(4, 24));
      }),
    );
  });

  it('cuts', () => {
    expect(maskedWords('so many words. '.repeat(100)).length).toBe(300);
  });
});
