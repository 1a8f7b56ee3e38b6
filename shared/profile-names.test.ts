import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  badName,
  freeName,
  MANY_TEMPLATE,
  NAME_TOKENS,
  nameFrom,
  type NameSources,
  ONE_TEMPLATE,
  planNames,
  templateProblem,
} from './profile-names.ts';

const SOURCES: NameSources = { session: 'acme', region: 'eu-west-1', hyphens: true };
const role = (accountId: string, accountName: string | undefined, roleName = 'ReadOnly') => ({
  accountId,
  accountName,
  roleName,
});
const PROD = role('111122223333', 'Acme Production');

describe('names from a template', () => {
  it.each([
    [ONE_TEMPLATE, 'ReadOnly-111122223333'],
    [MANY_TEMPLATE, 'Acme-Production-ReadOnly'],
    ['{session}/{account}@{region}', 'acme/Acme-Production@eu-west-1'],
    ['plain', 'plain'],
  ])('%s', (template, name) => expect(nameFrom(template, PROD, SOURCES)).toBe(name));

  it('keeps spaces where they are wanted', () => {
    expect(nameFrom(MANY_TEMPLATE, PROD, { ...SOURCES, hyphens: false })).toBe('Acme Production-ReadOnly');
  });

  it('calls an account without a name by its number', () => {
    for (const empty of [undefined, '', ' ', '[]']) {
      expect(nameFrom('{account}', role('111122223333', empty), SOURCES)).toBe('111122223333');
    }
  });

  it('leaves a value that looks like a token as it is', () => {
    expect(nameFrom('{account}', role('111122223333', '{role}'), SOURCES)).toBe('{role}');
  });

  it('says what a template lacks', () => {
    expect(templateProblem(' ', SOURCES)).toEqual({ kind: 'empty' });
    expect(templateProblem('{acount}', SOURCES)).toEqual({ kind: 'unknown-token', token: '{acount}' });
    expect(templateProblem('{region}', { ...SOURCES, region: '' })).toEqual({ kind: 'no-region' });
    expect(templateProblem('{role}-{region}', SOURCES)).toBeUndefined();
  });

  const awkward = fc.string({
    unit: fc.constantFrom(...'ab Ü日\u00a0-_/\\"\'[]#;\r\n\t\0\u0085\u2028\ud800\ufeff{}'.split('')),
    maxLength: 12,
  });

  it('never makes a name that can’t stand in the file, whatever the portal says', () => {
    const template = fc
      .array(fc.constantFrom(...NAME_TOKENS.map((token) => `{${token}}`), '-', ' ', 'x'), { minLength: 1 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(template, awkward, fc.boolean(), awkward, (text, accountName, hyphens, session) => {
        const name = nameFrom(text, role('111122223333', accountName), { session, region: 'r', hyphens });
        expect([undefined, 'empty']).toContain(badName(name));
        // Only a template without an account, a role or a region can come to nothing.
        if (/account|role|region|x/.test(text)) expect(badName(name)).toBeUndefined();
        expect(name).not.toMatch(/[[\]\r\n]/);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('planNames', () => {
  it('finds names that are taken, and those that are there twice', () => {
    const roles = [PROD, role('444455556666', 'Sandbox'), role('777788889999', 'Sandbox')];
    expect(planNames('{account}', roles, SOURCES, new Set(['Acme-Production']))).toEqual([
      { name: 'Acme-Production', problem: 'taken' },
      { name: 'Sandbox', problem: 'repeated' },
      { name: 'Sandbox', problem: 'repeated' },
    ]);
    expect(planNames('{account}-{accountId}', roles, SOURCES, new Set()).every((each) => !each.problem)).toBe(
      true,
    );
  });

  it('lets pass exactly what is new, different and writable', () => {
    const few = fc.constantFrom<string[]>('a', 'b', 'c d', '');
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ accountId: few, accountName: fc.option(few, { nil: undefined }), roleName: few }),
        ),
        fc.constantFrom('{account}', '{role}', '{account}-{role}', '{accountId}', '{session}'),
        fc.uniqueArray(few),
        (roles, template, there) => {
          const taken = new Set(there);
          const planned = planNames(template, roles, SOURCES, taken);
          const good = planned.filter(({ problem }) => problem === undefined).map(({ name }) => name);
          expect(new Set(good).size).toBe(good.length);
          for (const { name, problem } of planned) {
            const times = planned.filter((other) => other.name === name).length;
            const fine = name !== '' && !taken.has(name) && times === 1;
            expect(problem === undefined, `${name} ${problem}`).toBe(fine);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

it.each([
  ['my profile', undefined],
  ['default', undefined],
  ['日本 本番', undefined],
  ['a#b;c', undefined],
  ['', 'empty'],
  [' \t', 'empty'],
  ['a\nb', 'line-break'],
  ['a\u2028b', 'line-break'],
  ['a]b', 'brackets'],
  ['a"b', 'not-allowed'],
  ['a ;b', 'not-allowed'],
  [' a', 'not-allowed'],
  ['a\0', 'not-allowed'],
  ['a\ud800', 'not-allowed'],
  ['constructor', 'not-allowed'],
])('badName(%j)', (name, problem) => expect(badName(name)).toBe(problem));

it('numbers a name that is taken', () => {
  expect(freeName('acme', new Set())).toBe('acme');
  expect(freeName('acme', new Set(['acme', 'acme-2']))).toBe('acme-3');
});
