import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceCycles } from './source-chains.ts';

const link = (name: string, source?: string, hasKeys = false) => ({
  name,
  keys: new Map([
    ...(source === undefined ? [] : [['role_arn', 'arn:x'] as const, ['source_profile', source] as const]),
    ...(hasKeys ? [['aws_access_key_id', 'AKIA'] as const] : []),
  ]),
});

describe('sourceCycles', () => {
  it.each([
    ['a chain', [link('a', 'b'), link('b', 'c'), link('c', undefined, true)], []],
    ['one that names itself', [link('a', 'a')], ['a']],
    ['one that names itself and has keys', [link('a', 'a', true)], []],
    [
      'two that name each other, and one that builds on them',
      [link('a', 'b'), link('b', 'a'), link('c', 'a')],
      ['a', 'b'],
    ],
    // The keys of b end the chain, so that its own role is never asked for.
    ['a circle with keys in it', [link('a', 'b'), link('b', 'a', true)], []],
    ['one that names nothing there', [link('a', 'gone')], []],
  ])('knows %s', (_what, profiles, cycles) => {
    expect([...sourceCycles(profiles)].sort()).toEqual(cycles);
  });

  it('agrees with following each profile by itself', () => {
    const profile = fc.record({
      source: fc.option(fc.nat({ max: 7 }), { nil: undefined }),
      hasKeys: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 8 }), (list) => {
        const profiles = list.map(({ source, hasKeys }, index) =>
          link(String(index), source === undefined ? undefined : String(source), hasKeys),
        );
        const follows = (name: string): boolean => {
          let at = list[Number(name)]?.source;
          for (let step = 0; step <= list.length; step += 1) {
            const next = at === undefined ? undefined : list[at];
            if (next === undefined || next.hasKeys) return false;
            if (String(at) === name) return true;
            at = next.source;
          }
          return false;
        };
        const names = profiles.map(({ name }) => name);
        expect(names.filter((name) => sourceCycles(profiles).has(name))).toEqual(names.filter(follows));
      }),
      { numRuns: 1_000 },
    );
  });

  it('follows a chain of 100,000 once', () => {
    const profiles = Array.from({ length: 100_000 }, (_, index) => link(String(index), String(index + 1)));
    expect(sourceCycles(profiles).size).toBe(0);
    expect(sourceCycles([...profiles, link('100000', '0')]).size).toBe(100_001);
  });
});
