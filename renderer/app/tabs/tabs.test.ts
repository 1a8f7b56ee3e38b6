import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOME, above, type View } from '../view.ts';
import { activeTab, changeTabs, firstTabs, shownEntry, type Tabs, type TabsChange } from './tabs.ts';

const prod = { kind: 'profile', profile: 'prod' } as const;
const list: View = { kind: 'target', target: prod };
const folder = (prefix: string): View => ({ kind: 'folder', at: { target: prod, bucket: 'b' }, prefix });
const apply = (state: Tabs, ...changes: TabsChange[]) => changes.reduce(changeTabs, state);
const shown = (state: Tabs) => shownEntry(activeTab(state)).view;

describe('tabs', () => {
  it('go back and forth, and forget what lay ahead when another way is taken', () => {
    let state = apply(
      firstTabs(list),
      { kind: 'go', view: folder('') },
      { kind: 'go', view: folder('a/') },
      { kind: 'travel', by: -1 },
      { kind: 'travel', by: -1 },
    );
    expect(shown(state)).toEqual(list);
    state = apply(state, { kind: 'travel', by: -1 }, { kind: 'travel', by: 1 });
    expect(shown(state)).toEqual(folder(''));
    state = apply(state, { kind: 'go', view: folder('z/') }, { kind: 'travel', by: 1 });
    expect(shown(state)).toEqual(folder('z/'));
    expect(activeTab(state).entries.map(({ view }) => view)).toEqual([list, folder(''), folder('z/')]);
  });

  it('do not count a place twice in a row, nor an empty tab as a place', () => {
    const state = apply(firstTabs(HOME), { kind: 'go', view: list }, { kind: 'go', view: list });
    expect(activeTab(state).entries).toHaveLength(1);
  });

  it('have each a history of their own', () => {
    const state = apply(
      firstTabs(list),
      { kind: 'go', view: folder('') },
      { kind: 'open', view: folder('a/'), behind: false },
      { kind: 'travel', by: -1 },
    );
    expect(shown(state)).toEqual(folder('a/'));
    expect(shown(apply(state, { kind: 'step', by: 1 }, { kind: 'travel', by: -1 }))).toEqual(list);
  });

  it('open beside the present one, behind it or before it', () => {
    const state = apply(
      firstTabs(list),
      { kind: 'open', view: folder('last/'), behind: true },
      { kind: 'open', view: folder('between/'), behind: true },
    );
    expect(state.tabs.map((tab) => shownEntry(tab).view)).toEqual([
      list,
      folder('between/'),
      folder('last/'),
    ]);
    expect(shown(state)).toEqual(list);
  });

  it('show the next one when the present one is closed, and come back', () => {
    const three = apply(
      firstTabs(list),
      { kind: 'open', view: folder('2/'), behind: false },
      { kind: 'open', view: folder('3/'), behind: false },
      { kind: 'step', by: -1 },
    );
    const two = apply(three, { kind: 'close', tab: three.active });
    expect(shown(two)).toEqual(folder('3/'));
    expect(shown(apply(two, { kind: 'close', tab: two.active }))).toEqual(list);
    expect(shown(apply(two, { kind: 'reopen' }))).toEqual(folder('2/'));
  });

  it('leave an empty one when the last is closed', () => {
    const state = apply(firstTabs(list), { kind: 'close', tab: 1 });
    expect(shown(state)).toEqual(HOME);
    expect(shown(apply(state, { kind: 'reopen' }))).toEqual(list);
  });

  it('always have one that is shown, ids once, and what is shown in reach', () => {
    const view = fc.constantFrom<View>(HOME, list, folder(''), folder('a/'));
    const tab = fc.integer({ min: 1, max: 30 });
    const by = fc.constantFrom<1 | -1>(1, -1);
    const change: fc.Arbitrary<TabsChange> = fc.oneof(
      fc.record({ kind: fc.constant('go' as const), view, tab }),
      fc.record({ kind: fc.constant('go' as const), view }),
      fc.record({ kind: fc.constant('replace' as const), view }),
      fc.record({ kind: fc.constant('open' as const), view, behind: fc.boolean() }),
      fc.record({ kind: fc.constantFrom('travel' as const, 'step' as const), by }),
      fc.record({ kind: fc.constantFrom('select' as const, 'close' as const, 'close-others' as const), tab }),
      fc.constant({ kind: 'reopen' as const }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        let state = firstTabs(list);
        for (const one of changes) {
          state = changeTabs(state, one);
          expect(() => shown(state)).not.toThrow();
          const ids = state.tabs.flatMap(({ id, entries }) => [id, ...entries.map((entry) => entry.id)]);
          expect(new Set(ids).size).toBe(ids.length);
          expect(Math.max(...ids)).toBeLessThan(state.nextId);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('above', () => {
  it('leads from a search to its folder, up the folders, and to the buckets', () => {
    const at = { target: prod, bucket: 'b' };
    let view: View | undefined = { kind: 'folder', at, prefix: 'a/b/', search: { name: 'x' } };
    const way = [];
    for (; view !== undefined; view = above(view)) way.push(view);
    expect(way.slice(1)).toEqual([folder('a/b/'), folder('a/'), folder(''), list]);
  });

  it('follow a profile and a session to their new names, closed tabs too', () => {
    const role = {
      kind: 'role',
      sessionId: 'sso-session:a',
      accountId: '111122223333',
      roleName: 'R',
    } as const;
    const before = apply(
      firstTabs(list),
      { kind: 'go', view: folder('a/') },
      { kind: 'open', view: { kind: 'target', target: role }, behind: false },
      { kind: 'open', view: list, behind: false },
      { kind: 'close', tab: 6 },
    );
    const after = apply(
      before,
      { kind: 'rename', renaming: { what: 'profile', from: 'prod', to: 'live' } },
      { kind: 'rename', renaming: { what: 'session', from: 'a', to: 'b' } },
    );
    const text = JSON.stringify([after.tabs, after.closed]);
    expect(text).not.toContain('prod');
    expect(text.match(/live/g)).toHaveLength(
      JSON.stringify([before.tabs, before.closed]).match(/prod/g)?.length ?? 0,
    );
    expect(text).toContain('sso-session:b');
    expect(text).not.toContain('sso-session:a');
    const ids = [...after.tabs, ...after.closed].flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(after.active).toBe(before.active);
  });
});
