import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../shared/app-error.ts';
import type { ListingSpec, ListingState } from '../../shared/listing.ts';
import { FakeTransport } from '../testing/fake-transport.ts';
import { BridgeClient } from './client.ts';
import { ListingPool } from './listing-pool.ts';

const spec = (prefix: string, kind: ListingSpec['kind'] = 'folder'): ListingSpec => ({
  at: { target: { kind: 'profile', profile: 'prod' }, bucket: 'media' },
  prefix,
  kind,
});
const state = (more: Partial<ListingState>): ListingState => ({
  phase: 'done',
  rows: 10,
  folders: 0,
  bytes: 0,
  seen: 10,
  calls: 1,
  tookMs: 1,
  version: 1,
  selection: { rows: 0, folders: 0, bytes: 0 },
  ...more,
});

let host: FakeTransport;
let pool: ListingPool;
beforeEach(() => {
  host = new FakeTransport();
  const client = new BridgeClient(host);
  client.start();
  host.state('open');
  client.subscribe('listings', () => {});
  pool = new ListingPool(client);
});

const kept = () => host.calls('listing.keep').map(({ params }) => params as { listingId: string });
const ended = () => host.sent.filter(({ type }) => type === 'cancel').length;
const visit = (prefix: string) => pool.giveBack(pool.take(spec(prefix)));

describe('ListingPool', () => {
  it('keeps a listing that was given back, and takes it up again', () => {
    const first = pool.take(spec('a/'));
    pool.giveBack(first);
    expect(pool.take(spec('a/'))).toBe(first);
    expect(kept()).toHaveLength(1);
    expect(ended()).toBe(0);
  });

  it('gives each of two views of a folder a listing of its own', () => {
    const first = pool.take(spec('a/'));
    expect(pool.take(spec('a/')).id).not.toBe(first.id);
    expect(kept()).toHaveLength(2);
  });

  it('lets go of the one left longest ago, and of measurements at once', () => {
    for (let index = 0; index < 6; index += 1) visit(`${index}/`);
    expect(ended()).toBe(0);
    visit('one more/');
    expect(ended()).toBe(1);
    visit('1/');
    expect(kept()).toHaveLength(7);
    visit('0/');
    expect(kept()).toHaveLength(8);
    const before = ended();
    pool.giveBack(pool.take(spec('', 'measure')));
    expect(ended()).toBe(before + 1);
  });

  it('begins what is about to be shown and asks for its first rows; whoever shows it takes that up', () => {
    pool.prepare(spec('a/'));
    pool.prepare(spec('a/'));
    expect([kept().length, host.calls('listing.rows').length]).toEqual([1, 1]);
    expect(pool.take(spec('a/')).id).toBe(kept()[0]?.listingId);
    expect([kept().length, ended()]).toEqual([1, 0]);
  });

  it('keeps few of those that are huge, but always the last', () => {
    visit('a/');
    visit('b/');
    const [a, b] = kept();
    const huge = state({ rows: 1_500_000 });
    host.event('listings', { [a?.listingId ?? '']: huge, [b?.listingId ?? '']: huge });
    visit('b/');
    expect(ended()).toBe(1);
    expect(kept()).toHaveLength(2);
    visit('b/');
    expect(kept()).toHaveLength(2);
  });

  it('begins anew instead of showing one that failed', () => {
    visit('a/');
    host.event('listings', { [kept()[0]?.listingId ?? '']: state({ phase: 'failed' }) });
    visit('a/');
    expect(kept()).toHaveLength(2);
  });

  it('tells who uses a listing that it is gone', async () => {
    const changed = vi.fn<() => void>();
    const listing = pool.take(spec('a/'), undefined, changed);
    host.fail(host.calls('listing.keep')[0]?.id ?? '', appError('work.gone', {}));
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    expect(listing.error?.code).toBe('work.gone');
  });

  it('lets one that nobody looks at wait after a while, and go on with the next look', () => {
    vi.useFakeTimers();
    try {
      visit('a/');
      host.event('listings', { [kept()[0]?.listingId ?? '']: state({ phase: 'running' }) });
      vi.advanceTimersByTime(9000);
      expect(host.calls('listing.stop')).toHaveLength(0);
      vi.advanceTimersByTime(2000);
      expect(host.calls('listing.stop')).toHaveLength(1);
      pool.take(spec('a/'));
      expect(host.calls('listing.resume')).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
