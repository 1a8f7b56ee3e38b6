import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyScore } from './fuzzy.ts';

const best = (typed: string, texts: readonly string[]) =>
  texts
    .flatMap((text) => {
      const score = fuzzyScore(typed, text);
      return score === undefined ? [] : [{ text, score }];
    })
    .sort((one, other) => other.score - one.score)
    .map(({ text }) => text);

describe('fuzzyScore', () => {
  it('finds letters in their order, and nothing else', () => {
    expect(best('pdr', ['prod-readonly', 'dev-reader', 'product'])).toEqual(['prod-readonly']);
    expect(fuzzyScore('zz', 'z')).toBeUndefined();
  });
  it('prefers what stands together, and at the beginning of a word', () => {
    expect(best('log', ['catalogue', 'l-o-g', 'my-logs', 'logs'])).toEqual([
      'logs',
      'my-logs',
      'catalogue',
      'l-o-g',
    ]);
  });
  it('finds every part of every text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
        const part = text.slice(from % text.length, (from % text.length) + (length % text.length) + 1).trim();
        if (part.toLowerCase().length === part.length) expect(fuzzyScore(part, text)).toBeDefined();
      }),
    );
  });
});
