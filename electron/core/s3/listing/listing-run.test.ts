import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { compareKeys } from './key-order.ts';
import { KEY_SETS } from './testing/key-sets.ts';
import { KeyServer, type KeyServerOptions } from './testing/key-server.ts';
import { runOver } from './testing/run-over.ts';

const unending = () => new AbortController().signal;

async function list(keys: Iterable<string>, options: KeyServerOptions = {}) {
  const server = new KeyServer(keys, options);
  const { prefix = '', delimiter = '' } = options;
  const parts = runOver(server, { prefix, delimiter });
  await server.deliver(parts.run.run(unending()));
  return { server, ...parts };
}

describe.each(Object.entries(KEY_SETS))('a listing of %s', (_name, keys) => {
  it.each([1, 1000, 1001, 5_000, 100_000])('finds each of %i keys once, with few requests', async (count) => {
    const { server, rows } = await list(keys(count));
    expect(rows.entries.toSorted(compareKeys)).toEqual(server.entries);
    const pages = Math.ceil(server.entries.length / 1000);
    expect(server.requests).toBeLessThanOrEqual(pages === 1 ? 1 : pages * 1.3 + 64);
  });

  it('needs far fewer round trips than one chain of tokens', async () => {
    const { server, pace } = await list(keys(100_000));
    expect(server.rounds).toBeLessThan(60);
    expect(pace.highest).toBeGreaterThanOrEqual(8);
  });
});

describe('a listing in ranges', () => {
  it('finds each key once, whatever the keys', { timeout: 120_000 }, async () => {
    const part = fc.oneof(
      fc.constantFrom(
        'a',
        'b',
        '0',
        '1',
        '/',
        '//',
        '-',
        'é',
        '\u{10FFFF}',
        '\u0001',
        '\uFFFD',
        '🚀',
        'z'.repeat(40),
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.string({ unit: 'binary', maxLength: 2 }).filter((text) => text.isWellFormed()),
    );
    const key = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const usable = key.filter((text) => text !== '' && Buffer.byteLength(text) <= 1024);
    const sets = fc.array(usable, { minLength: 1, maxLength: 400 });
    const shape = fc.record({
      pageSize: fc.integer({ min: 1, max: 9 }),
      delimiter: fc.constantFrom('', '/'),
    });
    await fc.assert(
      fc.asyncProperty(sets, shape, async (keys, options) => {
        const { server, rows } = await list(keys, options);
        expect(rows.entries.toSorted(compareKeys)).toEqual(server.entries);
      }),
      { numRuns: 300 },
    );
  });

  it('finds each key once from any boundaries', async () => {
    const keys = KEY_SETS['words and dates']?.(5_000) ?? [];
    const boundaries = [...keys.filter((_key, index) => index % 700 === 0), 'zzzz', 'athens', ''];
    const server = new KeyServer(keys);
    const { run, rows } = runOver(server, { ranges: 'allowed', boundaries });
    await server.deliver(run.run(unending()));
    expect(rows.entries.toSorted(compareKeys)).toEqual(server.entries);
  });

  it('asks for one page before anything else', async () => {
    const server = new KeyServer(KEY_SETS['hashes']?.(20_000) ?? []);
    const { run } = runOver(server);
    const done = run.run(unending());
    await new Promise((resolve) => setImmediate(resolve));
    expect(server.pages).toEqual([{ startAfter: undefined }]);
    expect(server.probes).toEqual([]);
    await server.deliver(done);
  });

  it('keeps to one chain where the server ignores start-after', async () => {
    const keys = KEY_SETS['one folder, padded numbers']?.(30_000) ?? [];
    const { server, rows, plan } = await list(keys, { ignoresStartAfter: true });
    expect(rows.entries).toEqual(server.entries);
    expect(server.pages).toHaveLength(30);
    expect(plan.mode).toBe('never');
  });

  it('goes on where each range stood after being stopped, again and again', async () => {
    const server = new KeyServer(KEY_SETS['deep, a few in each folder']?.(40_000) ?? []);
    const { run, rows, plan } = runOver(server);
    for (let stops = 0; !plan.isDone; stops += 1) {
      const end = new AbortController();
      const before = server.pages.length;
      server.spoil = (page) => {
        if (server.pages.length > before + 5) end.abort(new Error('stopped'));
        return page;
      };
      await server.deliver(
        run.run(end.signal).catch((thrown: unknown) => expect(thrown).toBe(end.signal.reason)),
      );
      expect(stops).toBeLessThan(100);
    }
    expect(rows.entries.toSorted(compareKeys)).toEqual(server.entries);
  });

  it('lists names that begin with a text next', async () => {
    const server = new KeyServer(KEY_SETS['hashes']?.(100_000) ?? []);
    const { run, rows, plan } = runOver(server);
    plan.hasten('c0f');
    const wanted = server.entries.filter((key) => key.startsWith('c0f'));
    let after = 0;
    server.spoil = (page) => {
      if (after === 0 && wanted.every((key) => rows.entries.includes(key))) after = rows.entries.length;
      return page;
    };
    await server.deliver(run.run(unending()));
    expect(wanted.length).toBeGreaterThan(0);
    expect(after).toBeLessThan(20_000);
    expect(rows.entries).toHaveLength(100_000);
  });
});
