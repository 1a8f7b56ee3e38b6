import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineHunks } from './line-hunks.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

describe('lineHunks', () => {
  it('names what differs, and nothing where nothing does', () => {
    expect(lineHunks(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
      { oldFrom: 1, oldTo: 2, newFrom: 1, newTo: 2 },
      { oldFrom: 3, oldTo: 3, newFrom: 3, newTo: 4 },
    ]);
    expect(lineHunks(['a'], ['a'])).toEqual([]);
    expect(lineHunks([], [])).toEqual([]);
  });

  it('leads from any list to any other, and says nothing of lines that are equal', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const hunks = lineHunks(before, after) ?? [];
        const made: string[] = [];
        let at = 0;
        for (const { oldFrom, oldTo, newFrom, newTo } of hunks) {
          made.push(...before.slice(at, oldFrom));
          expect(made).toHaveLength(newFrom);
          made.push(...after.slice(newFrom, newTo));
          at = oldTo;
        }
        expect([...made, ...before.slice(at)]).toEqual(after);
      }),
    );
  });

  it('finds its way through thousands of changes by the lines that stand once', () => {
    const block = (name: number, session: string) => [
      `[profile ${name}]`,
      `sso_session = ${session}`,
      'region = x',
      '',
    ];
    const file = (session: string) => Array.from({ length: 3_000 }, (_, name) => block(name, session)).flat();
    const hunks = lineHunks(file('old'), file('new')) ?? [];
    expect(hunks).toHaveLength(3_000);
    expect(hunks.every(({ oldFrom, oldTo, newFrom }) => oldTo - oldFrom === 1 && oldFrom === newFrom)).toBe(
      true,
    );
  });

  it('gives up where too much differs', () => {
    expect(lineHunks(['a', 'b', 'c'], ['x', 'y', 'z'], 3)).toBeUndefined();
    expect(lineHunks(['a', 'b', 'c'], ['x', 'y', 'z'], 6)).toHaveLength(1);
  });
});
