import { describe, expect, it } from 'vitest';
import { LAST } from './key-order.ts';
import { branchesIn, lookoutsFrom } from './lookout.ts';

const digest = {
  ok: true,
  seen: 0,
  rows: 0,
  folders: 0,
  bytes: 0,
  reachedEnd: false,
  disordered: false,
} as const;

describe('looking ahead of a page', () => {
  it('asks for what comes after each stretch that the page lies in', () => {
    const page = { first: 'key-0000', last: 'key-0099' };
    expect(lookoutsFrom(page, 'key', true).map(({ start }) => start.startAfter)).toEqual([
      `key-00${LAST}`,
      `key-0${LAST}`,
      `key-${LAST}`,
    ]);
  });

  it('asks for the folders beside those that the page lies in, the widest first', () => {
    const page = { first: 'a/b/c/x1', last: 'a/b/c/x9' };
    const folders = lookoutsFrom(page, '', true).filter(({ kind }) => kind === 'folders');
    expect(folders.map(({ start }) => start.inside)).toEqual(['', 'a/', 'a/b/']);
    expect(folders.map((lookout) => lookout.kind === 'folders' && lookout.isWidest)).toEqual([
      true,
      false,
      false,
    ]);
    expect(folders.every(({ start }) => start.startAfter === page.last)).toBe(true);
  });

  it('asks for no folders in a listing of one level', () => {
    expect(lookoutsFrom({ first: 'p/aa/', last: 'p/ab/' }, 'p/', false)).toMatchObject([{ kind: 'after' }]);
  });

  it('finds nothing to ask where the page fills all that is left', () => {
    expect(lookoutsFrom({ first: 'a', last: 'z' }, '', true)).toEqual([]);
  });

  it('learns where folders begin, and that nothing comes after the last', () => {
    const lookout = { kind: 'folders', start: { startAfter: 'a/7', inside: '' }, isWidest: true } as const;
    const page = { ...digest, first: 'a/', last: 'c/', samples: ['a/', 'b/', 'c/'], isTruncated: false };
    expect(branchesIn(lookout, page)).toEqual([
      { place: `b.${LAST}`, first: 'b/' },
      { place: `c.${LAST}`, first: 'c/' },
      { place: `c/${LAST}`, first: undefined },
    ]);
    expect(branchesIn(lookout, { ...page, isTruncated: true })).toHaveLength(2);
  });
});
