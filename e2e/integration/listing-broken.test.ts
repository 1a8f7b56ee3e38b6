import { afterEach, describe, expect, it } from 'vitest';
import { type ListingWorld, startListingWorld } from './listing-world.ts';
import type { Spoil } from './spoiling-proxy.ts';

let world: ListingWorld | undefined;
afterEach(() => world?.close());

const keys = Array.from({ length: 12_000 }, (_, index) => `data/${String(index).padStart(7, '0')}`);

async function listThrough(spoil: Spoil) {
  world = await startListingWorld({ spoil });
  world.put(keys);
  const listing = world.list();
  const end = await listing.until(({ phase }) => phase === 'done' || phase === 'failed');
  return { end, names: await listing.names(), world };
}

const page = (body: string) => body.includes('<Contents>') && !body.includes('<MaxKeys>1</MaxKeys>');

describe('servers that contradict themselves', () => {
  it('and send a page twice now and then lose nothing', async () => {
    const sent = new Map<string, string>();
    let twice = 0;
    const { end, names } = await listThrough((body, query) => {
      const next = /<NextContinuationToken>(.*?)</.exec(body)?.[1];
      if (page(body) && next !== undefined) sent.set(next, body);
      const token = query.get('continuation-token') ?? '';
      const before = sent.get(token);
      if (before === undefined || (sent.size % 3 !== 0 && twice > 2)) return body;
      sent.delete(token);
      twice += 1;
      return before;
    });
    expect(twice).toBeGreaterThan(2);
    expect(end).toMatchObject({ phase: 'done' });
    expect(names).toEqual(keys);
  });

  it('and send the same page for ever are found out; the rows so far stay', async () => {
    let first = '';
    const { end, names } = await listThrough((body, query) => {
      if (!page(body)) return body;
      if (first === '') first = body;
      return query.has('continuation-token') ? first : body;
    });
    expect(end).toMatchObject({
      phase: 'failed',
      error: { code: 's3.listing-broken', params: { reason: 'repeats' } },
    });
    expect(names).toEqual(keys.slice(0, names.length));
    expect(names.length).toBeGreaterThanOrEqual(1000);
  });

  it('and never end are found out', { timeout: 30_000 }, async () => {
    let number = 0;
    const { end } = await listThrough((body, query) => {
      if (!query.has('continuation-token')) return body;
      number += 1;
      return (
        '<ListBucketResult><KeyCount>0</KeyCount><IsTruncated>true</IsTruncated>' +
        `<NextContinuationToken>more-${number}</NextContinuationToken></ListBucketResult>`
      );
    });
    expect(end).toMatchObject({
      phase: 'failed',
      error: { code: 's3.listing-broken', params: { reason: 'endless' } },
    });
  });

  it('and send keys out of order are found out', async () => {
    const { end, names } = await listThrough((body, query) =>
      query.has('continuation-token')
        ? body.replace(/(<Contents>.*?<\/Contents>)(<Contents>.*?<\/Contents>)/s, '$2$1')
        : body,
    );
    expect(end).toMatchObject({
      phase: 'failed',
      error: { code: 's3.listing-broken', params: { reason: 'disordered' } },
    });
    expect(new Set(names).size).toBe(names.length);
  });

  it('and send broken XML are asked three times', async () => {
    const { end, world } = await listThrough((body, query) =>
      page(body) && !query.has('start-after') ? body.replace('</Key>', '</Kex>') : body,
    );
    expect(end).toMatchObject({ phase: 'failed', rows: 0, calls: 3 });
    expect(end.error).toMatchObject({ code: 's3.listing-broken', params: { reason: 'malformed' } });
    expect(world.s3.calls).toHaveLength(3);
  });

  it('and ignore start-after are listed by one chain', async () => {
    const { end, names } = await listThrough((body, query) => {
      if (!query.has('start-after')) return body;
      return body.replace(/<Key>[^<]*<\/Key>/, '<Key>data/0000000</Key>');
    });
    expect(end).toMatchObject({ phase: 'done', rows: 12_000 });
    expect(names).toEqual(keys);
    expect(end.calls).toBeLessThanOrEqual(12 + 9);
  });
});
