import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appError } from '../../shared/app-error.ts';
import type { ListingRow, ListingRows, ListingView } from '../../shared/listing.ts';
import { BridgeError } from './bridge-error.ts';
import { ListingRowWindow } from './listing-rows.ts';
import type { RowRequest } from './row-window.ts';

const BY_NAME: ListingView = { sort: { column: 'name', direction: 'ascending' }, filter: '' };
const BACKWARDS: ListingView = { sort: { column: 'name', direction: 'descending' }, filter: '' };

/** A listing whose rows come in anywhere; its answers wait until the test lets them go. */
class Host {
  /** Ids, in the order of names. */
  ids: number[];
  version = 1;
  readonly selected = new Set<number>();
  readonly asked: { request: RowRequest; signal: AbortSignal; answer: (value?: BridgeError) => void }[] = [];
  readonly window: ListingRowWindow;
  /** How the core may take an anchor: it reads from where it was asked to, or from the anchor. */
  readonly fromAnchor: boolean;

  constructor(ids: readonly number[], fromAnchor = false) {
    this.ids = [...ids];
    this.fromAnchor = fromAnchor;
    this.window = new ListingRowWindow(
      (request, signal) =>
        new Promise((resolve, reject) => {
          const answer = (error?: BridgeError) => {
            if (error === undefined) resolve(this.read(request));
            else reject(error);
          };
          this.asked.push({ request, signal, answer });
        }),
      BY_NAME,
    );
  }

  read({ view, from, count, anchor }: RowRequest): ListingRows {
    const ids = view.sort.direction === 'descending' ? this.ids.toReversed() : this.ids;
    const at = anchor === undefined ? -1 : ids.indexOf(anchor);
    const start = this.fromAnchor && at >= 0 ? at : from;
    const rows = ids
      .slice(start, start + count)
      .map((id): ListingRow => ({ id, kind: 'object', name: `k${id}`, selected: this.selected.has(id) }));
    const found = at < 0 ? {} : { anchorIndex: at };
    return { rows, from: start, total: ids.length, covers: ids.length, version: this.version, ...found };
  }

  news(): void {
    this.version += 1;
    this.window.heard(this.version);
  }

  /** Answers what is still wanted, until nothing more is asked for. */
  async settle(): Promise<void> {
    for (let turns = 0; turns < 50; turns += 1) {
      const next = this.asked.shift();
      if (next === undefined) return;
      if (!next.signal.aborted) next.answer();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    throw new Error('asks for ever');
  }

  shown(first: number, last: number): (number | undefined)[] {
    return Array.from({ length: last - first + 1 }, (_, offset) => this.window.row(first + offset)?.id);
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

async function opened(count: number, first: number, fromAnchor = false): Promise<Host> {
  const host = new Host(numbers(count), fromAnchor);
  host.window.want({ first: 0, last: 19 });
  host.window.heard(host.version);
  await host.settle();
  if (first > 0) host.window.want({ first, last: first + 19 });
  await host.settle();
  return host;
}

/** What is shown where one looks is what the listing holds there; waits for rests between requests. */
async function untilTrue(host: Host, first: number, last: number): Promise<void> {
  await expect
    .poll(async () => {
      await host.settle();
      return [host.window.snapshot().total, ...host.shown(first, last)];
    })
    .toEqual([host.ids.length, ...host.ids.slice(first, last + 1)]);
}

describe('ListingRowWindow', () => {
  it('pulls what is on the screen and some around it, one request at a time', async () => {
    const host = new Host(numbers(1_000_000));
    host.window.want({ first: 0, last: 19 });
    expect(host.asked).toHaveLength(1);
    host.window.heard(1);
    expect(host.asked).toHaveLength(1);
    await host.settle();
    expect(host.window.snapshot()).toMatchObject({ ready: true, total: 1_000_000 });
    host.window.want({ first: 500_000, last: 500_019 });
    host.window.want({ first: 500_001, last: 500_020 });
    expect(host.asked).toHaveLength(1);
    expect(host.asked[0]?.request.count).toBeLessThanOrEqual(1000);
    await host.settle();
    expect(host.shown(499_960, 500_060)).not.toContain(undefined);
    // Nothing has changed, so a look a little further on asks for nothing.
    host.window.want({ first: 500_010, last: 500_029 });
    expect(host.asked).toHaveLength(0);
  });

  it('gives up a request for what one has scrolled past', async () => {
    const host = await opened(1_000_000, 0);
    host.window.want({ first: 400_000, last: 400_019 });
    const [passed] = host.asked;
    host.window.want({ first: 800_000, last: 800_019 });
    expect(passed?.signal.aborted).toBe(true);
    await host.settle();
    expect(host.shown(800_000, 800_019)).toEqual(numbers(20).map((index) => 800_000 + index));
  });

  it('keeps rows that may be stale on the screen until the new ones come', async () => {
    const host = await opened(1000, 0);
    host.news();
    expect(host.shown(0, 19)).toEqual(numbers(20));
    host.window.setView(BACKWARDS);
    expect(host.shown(0, 19)).toEqual(numbers(20));
    expect(host.window.snapshot()).toMatchObject({ view: BY_NAME, turning: true, origin: 0 });
    await host.settle();
    expect(host.window.snapshot()).toMatchObject({ view: BACKWARDS, turning: false, origin: 1 });
    expect(host.window.row(0)?.id).toBe(999);
  });

  it.each([false, true])(
    'keeps the anchor in its place as rows come in above it (%s)',
    async (fromAnchor) => {
      const host = await opened(10_000, 5000, fromAnchor);
      const anchor = { id: host.window.row(5003)?.id ?? -1, index: 5003 };
      host.window.want({ first: 5000, last: 5019, anchor });
      host.ids.unshift(...numbers(1234).map((index) => 1_000_000 + index));
      host.news();
      await expect
        .poll(async () => {
          await host.settle();
          return host.window.snapshot().moved;
        })
        .toBe(1234);
      expect(host.window.row(5003 + 1234)?.id).toBe(anchor.id);
      expect(host.shown(6234, 6253)).toEqual(host.ids.slice(6234, 6254));
    },
  );

  it('shows a selection at once, and takes no older answer for it', async () => {
    const host = await opened(1000, 0);
    host.news();
    const before = host.asked.length;
    host.window.select({ kind: 'range', from: 2, to: 4, add: false });
    expect(numbers(6).map((index) => host.window.row(index)?.selected)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(host.asked.slice(0, before).every(({ signal }) => signal.aborted)).toBe(true);
  });

  it('draws rows anew only where they changed', async () => {
    const host = await opened(1000, 0);
    const [same, other] = [host.window.row(3), host.window.row(4)];
    host.selected.add(4);
    host.news();
    await expect
      .poll(async () => {
        await host.settle();
        return host.window.row(4)?.selected;
      })
      .toBe(true);
    expect(host.window.row(3)).toBe(same);
    expect(host.window.row(4)).not.toBe(other);
  });

  it('reads what one looks at beyond all rows known, once there is news of more', async () => {
    const host = await opened(300, 0);
    host.ids = numbers(20_000);
    host.window.want({ first: 19_980, last: 19_999 });
    expect(host.window.row(19_999)).toBeUndefined();
    host.news();
    await untilTrue(host, 19_980, 19_999);
  });

  it('asks once where rows are gone that one looks at', async () => {
    const host = await opened(300, 0);
    host.window.want({ first: 400, last: 419 });
    host.news();
    await host.settle();
    expect([host.asked.length, host.window.snapshot().total]).toEqual([0, 300]);
  });

  it('does not ask again for what was read after the news had happened', async () => {
    const host = await opened(300, 0);
    host.version += 1;
    host.window.invalidate();
    await host.settle();
    host.window.heard(host.version);
    expect(host.asked).toEqual([]);
    host.news();
    expect(host.asked).toHaveLength(1);
  });

  it('tells an error, and asks again with the next news only', async () => {
    const host = await opened(1000, 0);
    host.window.want({ first: 700, last: 719 });
    host.asked.shift()?.answer(new BridgeError(appError('internal', {})));
    await expect.poll(() => host.window.snapshot().error?.code).toBe('internal');
    host.window.want({ first: 710, last: 729 });
    expect(host.asked).toHaveLength(0);
    host.news();
    expect(host.window.snapshot().error).toBeUndefined();
    await untilTrue(host, 710, 729);
  });

  it('comes to show what the listing holds, whatever happened', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('look' as const), first: fc.nat(400) }),
      fc.record({
        kind: fc.constant('insert' as const),
        at: fc.nat(400),
        count: fc.integer({ min: 1, max: 300 }),
      }),
      fc.record({
        kind: fc.constant('remove' as const),
        at: fc.nat(400),
        count: fc.integer({ min: 1, max: 30 }),
      }),
      fc.record({ kind: fc.constant('answer' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.boolean(), async (steps, fromAnchor) => {
        const host = await opened(500, 0, fromAnchor);
        let next = 10_000;
        for (const each of steps) {
          if (each.kind === 'look') {
            const first = Math.min(each.first, Math.max(0, host.window.snapshot().total - 20));
            const id = host.window.row(first)?.id;
            const anchor = id === undefined ? undefined : { id, index: first };
            host.window.want({ first, last: first + 19, anchor });
          } else if (each.kind === 'answer') {
            const asked = host.asked.shift();
            if (asked?.signal.aborted === false) asked.answer();
            await new Promise((resolve) => setTimeout(resolve, 0));
          } else {
            const ids = each.kind === 'insert' ? numbers(each.count).map(() => (next += 1)) : [];
            host.ids.splice(
              Math.min(each.at, host.ids.length),
              each.kind === 'remove' ? each.count : 0,
              ...ids,
            );
            host.news();
          }
        }
        await host.settle();
        const last = Math.min(19, host.ids.length - 1);
        host.window.want({ first: 0, last: 19 });
        host.news();
        await untilTrue(host, 0, last);
      }),
      { numRuns: 60 },
    );
  });
});
